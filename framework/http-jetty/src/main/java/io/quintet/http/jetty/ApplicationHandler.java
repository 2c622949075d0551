package io.quintet.http.jetty;

import io.quintet.http.Body;
import io.quintet.http.Headers;
import io.quintet.http.HttpApplication;
import io.quintet.http.RequestBuilder;
import io.quintet.http.spi.ResponseSink;
import io.quintet.http.spi.SocketReceiver;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Turns one exchange of the server into a request of the site, and writes the response. */
final class ApplicationHandler extends Handler.Abstract {
  private static final Runnable NOTHING = () -> {};

  private final HttpApplication application;
  private final Exchanges exchanges;
  private final SocketUpgrades sockets;

  ApplicationHandler(HttpApplication application, Exchanges exchanges, SocketUpgrades sockets) {
    this.application = application;
    this.exchanges = exchanges;
    this.sockets = sockets;
  }

  @Override
  public boolean handle(Request received, Response answer, Callback callback) {
    Exchange exchange = exchanges.begin(received);
    if (exchange == null) {
      answer.getHeaders().put(HttpHeader.RETRY_AFTER, "1");
      Response.writeError(
          received,
          answer,
          callback,
          HttpStatus.SERVICE_UNAVAILABLE_503,
          "The server is busy. Please try again.");
      return true;
    }
    Runnable afterwards = NOTHING;
    try {
      afterwards = serve(received, answer, callback);
    } finally {
      exchanges.end(exchange);
    }
    afterwards.run();
    return true;
  }

  /** Serves a request; what it returns is done when the request counts no more. */
  private Runnable serve(Request received, Response answer, Callback callback) {
    io.quintet.http.Request request;
    try {
      request = request(received);
    } catch (IllegalArgumentException e) {
      Response.writeError(
          received,
          answer,
          callback,
          HttpStatus.BAD_REQUEST_400,
          "A header of the request is malformed.");
      return NOTHING;
    }
    Sink sink = new Sink(received, answer, callback);
    try {
      application.serve(request, sink);
    } catch (IOException | RuntimeException e) {
      callback.failed(e);
      return NOTHING;
    }
    return sink.afterwards;
  }

  private io.quintet.http.Request request(Request received) {
    RequestBuilder builder =
        io.quintet.http.Request.builder(received.getMethod(), received.getHttpURI().getPathQuery())
            .scheme(received.isSecure() ? "https" : "http")
            .remoteAddress(() -> withoutBrackets(Request.getRemoteAddr(received)))
            .limits(application.limits())
            .body(() -> Request.asInputStream(received), received.getLength());
    boolean hasHost = false;
    for (HttpField field : received.getHeaders()) {
      String value = field.getValue();
      hasHost |= field.getHeader() == HttpHeader.HOST;
      builder.header(field.getName(), value == null ? "" : value);
    }
    if (!hasHost) {
      String authority = received.getHttpURI().getAuthority();
      builder.header("Host", authority == null ? "" : authority);
    }
    return builder.build();
  }

  private static String withoutBrackets(String address) {
    return address.startsWith("[") ? address.substring(1, address.length() - 1) : address;
  }

  /** Writes one response. Content in memory goes out with its headers, without a buffer between. */
  private final class Sink implements ResponseSink {
    private final Request received;
    private final Response answer;
    private final Callback callback;
    private Runnable afterwards;

    private Sink(Request received, Response answer, Callback callback) {
      this.received = received;
      this.answer = answer;
      this.callback = callback;
      this.afterwards = callback::succeeded;
    }

    @Override
    public OutputStream start(int status, Headers headers, long length) {
      head(status, headers);
      return Response.asBufferedOutputStream(received, answer);
    }

    @Override
    public void send(int status, Headers headers, byte[] content) throws IOException {
      head(status, headers);
      Content.Sink.write(answer, true, ByteBuffer.wrap(content));
    }

    @Override
    public void live(int status, Headers headers, Body.Writer writer) {
      OutputStream out = start(status, headers, -1);
      afterwards =
          () ->
              exchanges.live(
                  received,
                  callback,
                  () -> {
                    writer.writeTo(out);
                    out.close();
                  });
    }

    @Override
    public void upgrade(Headers headers, SocketReceiver receiver) {
      headers.forEach(line -> answer.getHeaders().add(line.name(), line.value()));
      afterwards = () -> sockets.upgrade(received, answer, callback, receiver);
    }

    private void head(int status, Headers headers) {
      answer.setStatus(status);
      HttpFields.Mutable fields = answer.getHeaders();
      headers.forEach(line -> fields.add(line.name(), line.value()));
    }
  }
}
