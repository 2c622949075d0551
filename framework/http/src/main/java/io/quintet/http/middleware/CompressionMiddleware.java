package io.quintet.http.middleware;

import io.quintet.http.Body;
import io.quintet.http.Headers;
import io.quintet.http.Middleware;
import io.quintet.http.Request;
import io.quintet.http.Response;
import io.quintet.http.Status;
import io.quintet.http.View;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;

/** Compresses texts with gzip for clients that accept it, unless that gains nothing. */
final class CompressionMiddleware implements Middleware {
  private static final int SMALLEST = 500;
  private static final int STREAM_BUFFER = 8_192;

  @Override
  public Response handle(Request request, View next) throws Exception {
    Response response = next.handle(request);
    if (response.headers().has("Content-Encoding")
        || !isText(response.contentType())
        || response.status() == Status.PARTIAL_CONTENT) {
      return response;
    }
    Optional<Body> compressed =
        AcceptEncoding.acceptsGzip(request) ? compress(response.body()) : Optional.empty();
    Headers headers = response.headers().varyingBy("Accept-Encoding");
    if (compressed.isEmpty()) {
      return response.withHeaders(headers);
    }
    String tag = headers.get("ETag", "");
    if (tag.startsWith("\"")) {
      headers = headers.with("ETag", "W/" + tag);
    }
    return response
        .withHeaders(headers.with("Content-Encoding", "gzip"))
        .withBody(compressed.get());
  }

  private static Optional<Body> compress(Body body) throws IOException {
    return switch (body) {
      case Body.Bytes(byte[] content) when content.length < SMALLEST -> Optional.empty();
      case Body.Bytes(byte[] content) -> {
        byte[] zipped = gzip(content);
        yield zipped.length < content.length
            ? Optional.of(new Body.Bytes(zipped))
            : Optional.empty();
      }
      case Body.Stream(Body.Writer writer) ->
          Optional.of(
              new Body.Stream(out -> {
                PaddedGzip zip = new PaddedGzip(out, STREAM_BUFFER);
                writer.writeTo(zip);
                zip.finish();
              }));
      case Body.Source source -> Optional.empty();
      case Body.Live live -> Optional.empty();
      case Body.Socket socket -> Optional.empty();
    };
  }

  private static byte[] gzip(byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(content.length / 3 + 64);
    try (PaddedGzip zip = new PaddedGzip(bytes, STREAM_BUFFER)) {
      zip.write(content);
    }
    return bytes.toByteArray();
  }

  private static boolean isText(String contentType) {
    int semicolon = contentType.indexOf(';');
    String type = (semicolon < 0 ? contentType : contentType.substring(0, semicolon)).strip();
    return (type.startsWith("text/") && !type.equals("text/event-stream"))
        || type.endsWith("json")
        || type.endsWith("xml")
        || type.endsWith("javascript");
  }
}
