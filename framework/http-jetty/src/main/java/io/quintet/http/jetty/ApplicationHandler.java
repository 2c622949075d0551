package io.quintet.http.jetty;

import io.quintet.http.HttpApplication;
import io.quintet.http.RequestBuilder;
import io.quintet.http.spi.ServerConfig;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Turns one exchange of the server into a request of the site, and writes the response. */
final class ApplicationHandler extends Handler.Abstract {
  private final HttpApplication application;
  private final int maxRequests;
  private final Duration requestTimeout;
  private final AtomicInteger running = new AtomicInteger();
  private final SlowRequests slow;

  ApplicationHandler(ServerConfig config, HttpApplication application, SlowRequests slow) {
    this.application = application;
    this.maxRequests = config.maxRequests();
    this.requestTimeout = config.requestTimeout();
    this.slow = slow;
  }

  @Override
  public boolean handle(Request exchange, Response answer, Callback callback) {
    if (running.incrementAndGet() > maxRequests) {
      running.decrementAndGet();
      answer.getHeaders().put(HttpHeader.RETRY_AFTER, "1");
      Response.writeError(
          exchange,
          answer,
          callback,
          HttpStatus.SERVICE_UNAVAILABLE_503,
          "The server is busy. Please try again.");
      return true;
    }
    Connection connection = exchange.getConnectionMetaData().getConnection();
    slow.begin(connection);
    try (Deadline deadline = Deadline.after(requestTimeout, exchange, getServer().getScheduler())) {
      serve(exchange, answer, callback);
    } finally {
      slow.end(connection);
      running.decrementAndGet();
    }
    return true;
  }

  private void serve(Request exchange, Response answer, Callback callback) {
    io.quintet.http.Request request;
    try {
      request = request(exchange);
    } catch (IllegalArgumentException e) {
      Response.writeError(
          exchange,
          answer,
          callback,
          HttpStatus.BAD_REQUEST_400,
          "A header of the request is malformed.");
      return;
    }
    try {
      application.serve(
          request, (status, headers, length) -> start(exchange, answer, status, headers));
    } catch (IOException | RuntimeException e) {
      callback.failed(e);
      return;
    }
    callback.succeeded();
  }

  private io.quintet.http.Request request(Request exchange) {
    RequestBuilder builder =
        io.quintet.http.Request.builder(exchange.getMethod(), exchange.getHttpURI().getPathQuery())
            .scheme(exchange.isSecure() ? "https" : "http")
            .remoteAddress(withoutBrackets(Request.getRemoteAddr(exchange)))
            .limits(application.limits())
            .body(Request.asInputStream(exchange), exchange.getLength());
    for (HttpField field : exchange.getHeaders()) {
      String value = field.getValue();
      builder.header(field.getName(), value == null ? "" : value);
    }
    if (!exchange.getHeaders().contains(HttpHeader.HOST)) {
      String authority = exchange.getHttpURI().getAuthority();
      builder.header("Host", authority == null ? "" : authority);
    }
    return builder.build();
  }

  private static OutputStream start(
      Request exchange, Response answer, int status, io.quintet.http.Headers headers) {
    answer.setStatus(status);
    headers.lines().forEach(line -> answer.getHeaders().add(line.name(), line.value()));
    return Response.asBufferedOutputStream(exchange, answer);
  }

  private static String withoutBrackets(String address) {
    return address.startsWith("[") ? address.substring(1, address.length() - 1) : address;
  }
}
