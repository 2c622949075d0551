package io.quintet.http.spi;

import io.quintet.core.ImproperlyConfigured;
import io.quintet.core.SiteContext;
import io.quintet.http.HttpApplication;
import io.quintet.http.internal.TemporaryUploads;
import io.quintet.http.internal.live.LiveConnections;
import java.time.Duration;
import java.util.ServiceLoader;
import java.util.concurrent.CountDownLatch;

/**
 * A site that is being served, for the command that serves it and for tests:
 *
 * <pre>{@code
 * try (ServerRunner server = ServerRunner.start(site, ServerConfig.of(site).at("127.0.0.1", 0))) {
 *   terminal.line("Listening at " + server.url());
 *   server.awaitShutdown(site.setting(ServerConfig.STOP_GRACE));
 * }
 * }</pre>
 */
public final class ServerRunner implements AutoCloseable {
  private final HttpServer server;
  private final ServerConfig config;
  private final LiveConnections live;
  private final CountDownLatch closed = new CountDownLatch(1);

  private ServerRunner(HttpServer server, ServerConfig config, LiveConnections live) {
    this.server = server;
    this.config = config;
    this.live = live;
  }

  /**
   * Serves a site with the server on the module or class path.
   *
   * @throws ServerStartException if it cannot listen, with one line for the operator
   * @throws ImproperlyConfigured if there is no server
   */
  public static ServerRunner start(SiteContext site, ServerConfig config) {
    HttpServer server =
        ServiceLoader.load(HttpServer.class)
            .findFirst()
            .orElseThrow(() ->
                new ImproperlyConfigured(
                    "There is no HTTP server on the class path. Add the dependency io.quintet:quintet-http-jetty"));
    TemporaryUploads.sweep(site.clock().instant());
    return start(server, HttpApplication.of(site), config);
  }

  /** Serves an application with a server of one's own. */
  public static ServerRunner start(
      HttpServer server, HttpApplication application, ServerConfig config) {
    LiveConnections live = application.site().service(LiveConnections.SERVICE);
    live.begin();
    server.start(config, application);
    return new ServerRunner(server, config, live);
  }

  /** The port it listens at. */
  public int port() {
    return server.port();
  }

  /** The address for a browser on this machine, with a final slash. */
  public String url() {
    boolean everywhere = config.host().equals("0.0.0.0") || config.host().equals("::");
    String host = everywhere ? "127.0.0.1" : config.host();
    String scheme = config.tls().isPresent() ? "https://" : "http://";
    return scheme + (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + port() + "/";
  }

  /**
   * Waits until the process is asked to end (Ctrl-C, SIGTERM) or this is closed; requests that run
   * may end first, within the time given.
   */
  public void awaitShutdown(Duration grace) throws InterruptedException {
    Thread hook = new Thread(() -> stop(grace), "http-shutdown");
    Runtime.getRuntime().addShutdownHook(hook);
    closed.await();
  }

  /**
   * Stops, with time for running requests to end. WebSockets and event streams are told first, and
   * have up to half of the time to end.
   */
  public void stop(Duration grace) {
    long begun = System.nanoTime();
    live.end(grace.dividedBy(2));
    server.stop(grace.minusNanos(System.nanoTime() - begun));
    closed.countDown();
  }

  /** Stops with one second for running requests. */
  @Override
  public void close() {
    stop(Duration.ofSeconds(1));
  }
}
