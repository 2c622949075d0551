package io.quintet.http.uploads;

import io.quintet.core.MultiMap;
import io.quintet.http.BadRequest;
import io.quintet.http.HeaderParameters;
import io.quintet.http.Request;
import io.quintet.storage.UploadedFile;
import java.io.IOException;
import java.io.InputStream;

/**
 * A form as it was sent: its fields and its files.
 *
 * @param fields the fields
 * @param files the files; they are gone when this is closed
 */
public record FormData(MultiMap fields, UploadedFiles files) implements AutoCloseable {
  private static final FormData EMPTY = new FormData(MultiMap.empty(), UploadedFiles.none());

  /**
   * Reads the body of a request; a body that is no form gives an empty one and is left unread.
   *
   * @throws BadRequest if it is malformed, ends early or has too many fields or files
   * @throws io.quintet.http.PayloadTooLarge if it, or a part of it, is too large
   */
  public static FormData read(Request request) {
    String header = request.headers().get("Content-Type", "");
    if (header.isEmpty()) {
      return EMPTY;
    }
    HeaderParameters contentType = HeaderParameters.parse(header);
    return switch (contentType.value()) {
      case "application/x-www-form-urlencoded" ->
          new FormData(parseQuery(request.text(), request.limits().fields()), UploadedFiles.none());
      case "multipart/form-data" -> multipart(request, contentType);
      default -> EMPTY;
    };
  }

  /**
   * Reads a query string or url-encoded form.
   *
   * @throws BadRequest if it has more fields than allowed
   */
  public static MultiMap parseQuery(String text, int mostFields) {
    try {
      return MultiMap.parse(text, mostFields);
    } catch (MultiMap.TooManyFields e) {
      throw new BadRequest("The request has more than the " + mostFields + " fields allowed.");
    }
  }

  /** Deletes the content of the files. */
  @Override
  public void close() {
    files.all().forEach(UploadedFile::close);
  }

  private static FormData multipart(Request request, HeaderParameters contentType) {
    try (InputStream in = request.body()) {
      return new MultipartParser(in, Boundary.of(contentType), request.limits()).parse();
    } catch (IOException e) {
      throw new BadRequest("The upload ended early or could not be read. Please send it again.");
    }
  }
}
