package io.quintet.testing;

import io.quintet.core.SiteContext;
import io.quintet.http.HttpApplication;
import io.quintet.http.spi.HttpServer;
import io.quintet.http.spi.ServerConfig;
import java.time.Duration;
import java.util.ServiceLoader;

/** A site served on a free port of 127.0.0.1, until closed. */
public final class LiveServer implements AutoCloseable {
  private static final Duration GRACE = Duration.ofSeconds(5);

  private final HttpServer server;

  private LiveServer(HttpServer server) {
    this.server = server;
  }

  static LiveServer start(SiteContext site) {
    HttpServer server =
        ServiceLoader.load(HttpServer.class)
            .findFirst()
            .orElseThrow(() -> new AssertionError("No HTTP server on the class path"));
    server.start(ServerConfig.of(site).at("127.0.0.1", 0), HttpApplication.of(site));
    return new LiveServer(server);
  }

  /** The port. */
  public int port() {
    return server.port();
  }

  /** The address of the front page without the last slash: {@code http://127.0.0.1:41234}. */
  public String url() {
    return "http://127.0.0.1:" + port();
  }

  @Override
  public void close() {
    server.stop(GRACE);
  }
}
