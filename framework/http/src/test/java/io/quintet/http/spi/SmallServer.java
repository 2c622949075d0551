package io.quintet.http.spi;

import com.sun.net.httpserver.HttpExchange;
import io.quintet.http.HttpApplication;
import io.quintet.http.Request;
import io.quintet.http.RequestBuilder;
import java.io.IOException;
import java.io.OutputStream;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.Executors;

/**
 * A second server, on the JDK's own: it shows that nothing in the interface belongs to one server
 * only.
 */
public final class SmallServer implements HttpServer {
  private com.sun.net.httpserver.HttpServer server;

  @Override
  public void start(ServerConfig config, HttpApplication application) {
    try {
      server =
          com.sun.net.httpserver.HttpServer.create(
              new InetSocketAddress(config.host(), config.port()), 0);
    } catch (BindException e) {
      throw ServerStartException.portTaken(config.host(), config.port(), e);
    } catch (IOException e) {
      throw new ServerStartException("The server cannot listen: " + e.getMessage(), e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", exchange -> serve(exchange, application));
    server.start();
  }

  private static void serve(HttpExchange exchange, HttpApplication application) throws IOException {
    try (exchange) {
      RequestBuilder builder =
          Request.builder(exchange.getRequestMethod(), exchange.getRequestURI().toString())
              .remoteAddress(exchange.getRemoteAddress().getAddress().getHostAddress())
              .limits(application.limits())
              .body(exchange.getRequestBody(), -1);
      exchange
          .getRequestHeaders()
          .forEach((name, values) -> values.forEach(value -> builder.header(name, value)));
      application.serve(
          builder.build(),
          (status, headers, length) -> {
            headers.lines().stream()
                .filter(line -> !line.name().equalsIgnoreCase("Content-Length"))
                .forEach(line -> exchange.getResponseHeaders().add(line.name(), line.value()));
            exchange.sendResponseHeaders(status, length == 0 ? -1 : Math.max(0, length));
            return length == 0 ? OutputStream.nullOutputStream() : exchange.getResponseBody();
          });
    }
  }

  @Override
  public void stop(Duration grace) {
    server.stop(Math.toIntExact(grace.toSeconds()));
  }

  @Override
  public int port() {
    return server.getAddress().getPort();
  }
}
