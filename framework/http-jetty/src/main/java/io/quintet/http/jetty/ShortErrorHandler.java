package io.quintet.http.jetty;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Errors that come up before the site is asked: one line of text, nothing of the request, nothing
 * of the server.
 */
final class ShortErrorHandler extends ErrorHandler {
  private static final String TEXT = "text/plain; charset=utf-8";

  @Override
  protected void generateResponse(
      Request request,
      Response response,
      int code,
      @Nullable String message,
      @Nullable Throwable cause,
      Callback callback) {
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, TEXT);
    response.getHeaders().put("X-Content-Type-Options", "nosniff");
    String text =
        code == HttpStatus.SERVICE_UNAVAILABLE_503 && message != null ? message : line(code);
    Content.Sink.write(response, true, text + "\n", callback);
  }

  @Override
  public ByteBuffer badMessageError(
      int status, @Nullable String reason, HttpFields.Mutable fields) {
    fields.put(HttpHeader.CONTENT_TYPE, TEXT);
    fields.put("X-Content-Type-Options", "nosniff");
    return ByteBuffer.wrap((line(status) + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private static String line(int status) {
    return status + " " + HttpStatus.getMessage(status);
  }
}
