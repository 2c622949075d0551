package io.quintet.http.staticfiles;

import io.quintet.http.Body;
import io.quintet.http.ETags;
import io.quintet.http.MediaType;
import io.quintet.http.Request;
import io.quintet.http.Response;
import io.quintet.http.middleware.AcceptEncoding;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** Responses for static files. */
final class StaticResponses {
  private static final int SMALLEST_COMPRESSED = 500;
  private static final int LARGEST_COMPRESSED = 4 * 1024 * 1024;
  private static final String FOR_EVER = "public, max-age=31536000, immutable";
  private static final String ASK_AGAIN = "public, max-age=0, must-revalidate";

  private StaticResponses() {}

  /** A file with what is worked out once: its tag, its type and its compressed form. */
  record Prepared(StaticFile file, String hash, byte @Nullable [] gzip) {
    Response response(Request request, boolean hashed) {
      boolean zipped =
          gzip != null && AcceptEncoding.acceptsGzip(request) && !request.headers().has("Range");
      Body body = zipped && gzip != null ? new Body.Bytes(gzip) : source(file);
      Response response =
          typed(file.name())
              .withHeader("Cache-Control", hashed ? FOR_EVER : ASK_AGAIN)
              .withHeader("ETag", '"' + hash + (zipped ? "-gz\"" : "\""))
              .withBody(body);
      if (gzip != null) {
        response = response.withHeaders(response.headers().varyingBy("Accept-Encoding"));
      }
      return zipped ? response.withHeader("Content-Encoding", "gzip") : response;
    }
  }

  static Prepared prepare(StaticFile file, String hash) throws IOException {
    return new Prepared(file, hash, compressed(file));
  }

  /** In development: read now, tagged by its content, never kept. */
  static Response fresh(StaticFile file) {
    try {
      byte[] content = file.read();
      return typed(file.name())
          .withHeader("Cache-Control", "no-cache")
          .withHeader("ETag", ETags.of(content))
          .withBody(new Body.Bytes(content));
    } catch (IOException e) {
      throw new UncheckedIOException("Static file " + file.name() + " cannot be read", e);
    }
  }

  private static Response typed(String name) {
    String type = MediaType.ofFileName(name).orElse("application/octet-stream");
    return Response.bytes(type.startsWith("text/") ? type + "; charset=utf-8" : type, new byte[0]);
  }

  private static Body source(StaticFile file) {
    Path path = file.path();
    if (path == null) {
      return new Body.Source(
          file.content().length,
          position ->
              new ByteArrayInputStream(
                  file.content(), (int) position, file.content().length - (int) position));
    }
    try {
      return Response.file(path).body();
    } catch (RuntimeException e) {
      throw new UncheckedIOException(
          "Static file " + file.name() + " was removed while the site runs", new IOException(e));
    }
  }

  private static byte @Nullable [] compressed(StaticFile file) throws IOException {
    String type = MediaType.ofFileName(file.name()).orElse("");
    boolean text =
        type.startsWith("text/")
            || type.endsWith("json")
            || type.endsWith("xml")
            || type.endsWith("javascript");
    if (!text || (file.path() != null && Files.size(file.path()) > LARGEST_COMPRESSED)) {
      return null;
    }
    byte[] content = file.read();
    if (content.length < SMALLEST_COMPRESSED) {
      return null;
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
      zip.write(content);
    }
    return out.size() < content.length ? out.toByteArray() : null;
  }
}
