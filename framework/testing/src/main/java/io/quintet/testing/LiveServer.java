package io.quintet.testing;

import io.quintet.core.SiteContext;
import io.quintet.http.spi.ServerConfig;
import io.quintet.http.spi.ServerRunner;

/** A site served on a free port of 127.0.0.1, until closed. */
public final class LiveServer implements AutoCloseable {
  private final ServerRunner server;

  private LiveServer(ServerRunner server) {
    this.server = server;
  }

  static LiveServer start(SiteContext site) {
    return new LiveServer(ServerRunner.start(site, ServerConfig.of(site).at("127.0.0.1", 0)));
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
    server.close();
  }
}
