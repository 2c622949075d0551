package io.quintet.http.uploads;

import io.quintet.core.MultiMap;
import io.quintet.http.BadRequest;
import io.quintet.http.Limits;
import io.quintet.http.PayloadTooLarge;
import io.quintet.storage.UploadedFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads {@code multipart/form-data} in one pass; nothing of it is kept that exceeds a limit. */
final class MultipartParser {
  private static final int LONGEST_PREAMBLE = 8_192;

  /** What {@code =} and {@code &} would take, so that both kinds of form have the same limit. */
  private static final int SEPARATORS = 2;

  private final PartReader reader;
  private final Limits limits;
  private final MultiMap.Builder fields = MultiMap.builder();
  private final Map<String, List<UploadedFile>> files = new LinkedHashMap<>();
  private int fieldCount;
  private int fileCount;
  private int partCount;
  private long formSize;

  MultipartParser(InputStream in, String boundary, Limits limits) {
    this.reader = new PartReader(in, boundary);
    this.limits = limits;
  }

  /**
   * Reads to the last boundary. When it throws, the temporary files are deleted.
   *
   * @throws IOException if the body or a temporary file fails
   */
  FormData parse() throws IOException {
    try {
      if (!reader.isEmpty()) {
        parts();
      }
      return new FormData(fields.build(), UploadedFiles.of(files));
    } catch (IOException | RuntimeException e) {
      UploadedFiles.of(files).all().forEach(UploadedFile::close);
      throw e;
    }
  }

  private void parts() throws IOException {
    reach(
        new PartContent(
            "What stands before the first part of the form", LONGEST_PREAMBLE, LONGEST_PREAMBLE));
    while (!reader.isLast()) {
      if (++partCount > limits.fields() + limits.files()) {
        throw new BadRequest("The form has too many parts.");
      }
      PartHeaders headers = PartHeaders.read(reader);
      if (headers.field().isEmpty()) {
        reach(OutputStream.nullOutputStream());
      } else if (headers.isFile()) {
        file(headers);
      } else {
        field(headers);
      }
    }
  }

  private void field(PartHeaders headers) throws IOException {
    if (++fieldCount > limits.fields()) {
      throw new BadRequest("The form has more than the " + limits.fields() + " fields allowed.");
    }
    formSize += headers.field().length() + SEPARATORS;
    long left = Math.max(0, limits.form() - formSize);
    PartContent content = new PartContent("The form without its files", left, Long.MAX_VALUE);
    reach(headers.base64() ? new Base64Sink(content) : content);
    formSize += content.size();
    if (formSize > limits.form()) {
      throw new PayloadTooLarge(
          "The form without its files is larger than the %,d bytes allowed."
              .formatted(limits.form()));
    }
    fields.add(headers.field(), content.text());
  }

  private void file(PartHeaders headers) throws IOException {
    if (headers.fileName().isEmpty()) {
      reach(OutputStream.nullOutputStream());
      return;
    }
    if (++fileCount > limits.files()) {
      throw new BadRequest("The form has more than the " + limits.files() + " files allowed.");
    }
    PartContent content =
        new PartContent("The file \"" + headers.fileName() + "\"", limits.file(), limits.memory());
    try {
      reach(headers.base64() ? new Base64Sink(content) : content);
    } catch (IOException | RuntimeException e) {
      content.discard();
      throw e;
    }
    files
        .computeIfAbsent(headers.field(), name -> new ArrayList<>())
        .add(content.toFile(headers.fileName(), headers.contentType()));
  }

  private void reach(OutputStream content) throws IOException {
    if (!reader.copyTo(content)) {
      throw new BadRequest(
          "The upload ended early: the last boundary is missing. Please send it again.");
    }
  }
}
