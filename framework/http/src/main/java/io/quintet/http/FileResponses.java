package io.quintet.http;

import io.quintet.storage.ContentTypes;
import io.quintet.storage.Storage;
import io.quintet.storage.Storages;
import io.quintet.storage.StoredFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;

/** Responses from files on the disk. */
final class FileResponses {
  private FileResponses() {}

  static Response of(Path file) throws IOException {
    BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
    long modified = attributes.lastModifiedTime().toMillis();
    return Response.of(Status.OK)
        .withContentType(contentType(file.getFileName().toString()))
        .withHeader("Last-Modified", HttpDates.format(attributes.lastModifiedTime().toInstant()))
        .withHeader(
            "ETag",
            '"' + Long.toHexString(modified) + "-" + Long.toHexString(attributes.size()) + '"')
        .withBody(new Body.Source(attributes.size(), position -> openAt(file, position)));
  }

  static Response of(StoredFile file) {
    Storage storage = Storages.current().get(file.storage());
    long size = file.size();
    Instant modified = file.modified();
    String type = file.contentType();
    boolean shown = ContentTypes.isSafeInline(type);
    return Response.of(Status.OK)
        .withContentType(type.equals("text/plain") ? "text/plain; charset=utf-8" : type)
        .withHeader("Last-Modified", HttpDates.format(modified))
        .withHeader(
            "ETag", ETags.of(file.storage() + ":" + file.name() + ":" + size + ":" + modified))
        .withHeader("Cache-Control", "private")
        .withHeader(
            "Content-Disposition",
            shown
                ? ContentDisposition.inline(file.fileName())
                : ContentDisposition.attachment(file.fileName()))
        .withHeader(
            "Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox")
        .withBody(new Body.Source(size, position -> storage.open(file.name(), position)));
  }

  /** The content type of a file name, with UTF-8 for texts. */
  static String contentType(String fileName) {
    String type = MediaType.ofFileName(fileName).orElse("application/octet-stream");
    return type.startsWith("text/") ? type + "; charset=utf-8" : type;
  }

  private static InputStream openAt(Path file, long position) throws IOException {
    SeekableByteChannel channel = Files.newByteChannel(file);
    try {
      return Channels.newInputStream(channel.position(position));
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }
}
