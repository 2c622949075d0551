package io.quintet.http.jetty;

import io.quintet.http.HttpApplication;
import io.quintet.http.spi.HttpServer;
import io.quintet.http.spi.ServerConfig;
import io.quintet.http.spi.ServerStartException;
import java.net.BindException;
import java.time.Duration;
import org.eclipse.jetty.alpn.server.ALPNServerConnectionFactory;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.http.UriCompliance.Violation;
import org.eclipse.jetty.http2.server.AbstractHTTP2ServerConnectionFactory;
import org.eclipse.jetty.http2.server.HTTP2ServerConnectionFactory;
import org.eclipse.jetty.io.WindowRateControl;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.thread.VirtualThreadPool;
import org.jspecify.annotations.Nullable;

/**
 * The server on Jetty's core. Requests run on virtual threads; strict about what it accepts, silent
 * about what it is.
 */
public final class JettyServer implements HttpServer {
  /** Tasks of the server itself (accepting, selecting, writing) beside those that run requests. */
  private static final int OWN_TASKS = 64;

  private static final int EVENTS_PER_SECOND = 100;
  private static final int HTTP2_STREAMS = 128;
  private static final int UNREAD_CONTENT_READS = 32;

  private @Nullable Server server;
  private @Nullable ServerConnector connector;

  @Override
  public synchronized void start(ServerConfig config, HttpApplication application) {
    if (server != null) {
      throw new IllegalStateException("The server is running already, at port " + port());
    }
    Server starting = new Server(new VirtualThreadPool(config.maxRequests() + OWN_TASKS));
    ServerConnector listening = connector(starting, config);
    starting.addConnector(listening);
    Exchanges exchanges =
        new Exchanges(
            listening, config.idleTimeout(), config.requestTimeout(), config.maxRequests());
    SocketUpgrades sockets = new SocketUpgrades();
    starting.addBean(sockets.components());
    starting.setHandler(new ApplicationHandler(application, exchanges, sockets));
    // After the connector, whose scheduler it uses.
    listening.addBean(exchanges);
    // Where the server looks for what has to end before it stops.
    starting.addBean(exchanges, false);
    starting.setErrorHandler(new ShortErrorHandler());
    start(starting, config);
    server = starting;
    connector = listening;
  }

  @Override
  public synchronized void stop(Duration grace) {
    Server running = server;
    if (running == null) {
      return;
    }
    running.setStopTimeout(grace.toMillis());
    if (connector != null) {
      // Connections without a request must be gone well before the time is over.
      connector.setShutdownIdleTimeout(Math.clamp(grace.toMillis() / 4, 1, 1000));
    }
    try {
      running.stop();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Exception e) {
      System.getLogger(JettyServer.class.getName())
          .log(
              System.Logger.Level.WARNING,
              "Some requests did not end within " + grace.toSeconds() + " s and were broken off",
              e);
    } finally {
      server = null;
      connector = null;
    }
  }

  @Override
  public synchronized int port() {
    if (connector == null) {
      throw new IllegalStateException("The server is not running");
    }
    return connector.getLocalPort();
  }

  private static void start(Server server, ServerConfig config) {
    try {
      server.start();
    } catch (Exception e) {
      stopQuietly(server, e);
      for (Throwable cause = e; cause != null; cause = cause.getCause()) {
        if (cause instanceof BindException
            && String.valueOf(cause.getMessage()).contains("in use")) {
          throw ServerStartException.portTaken(config.host(), config.port(), e);
        }
      }
      throw new ServerStartException(
          "The server cannot listen at %s port %d: %s. Check the settings http.host and http.port"
              .formatted(config.host(), config.port(), rootMessage(e)),
          e);
    }
  }

  private static void stopQuietly(Server server, Exception reason) {
    try {
      server.stop();
    } catch (Exception e) {
      reason.addSuppressed(e);
    }
  }

  private static String rootMessage(Throwable thrown) {
    Throwable cause = thrown;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return String.valueOf(cause.getMessage());
  }

  private static ServerConnector connector(Server server, ServerConfig config) {
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.setSendXPoweredBy(false);
    http.setRequestHeaderSize(config.maxHeaderSize());
    http.setResponseHeaderSize(config.maxHeaderSize());
    http.setIdleTimeout(config.idleTimeout().toMillis());
    http.setMaxUnconsumedRequestContentReads(UNREAD_CONTENT_READS);
    http.setHttpCompliance(HttpCompliance.STRICT);
    // A percent sign is a character like any other: the path is decoded once, by us, and never
    // again.
    http.setUriCompliance(UriCompliance.DEFAULT.with("QUINTET", Violation.AMBIGUOUS_PATH_ENCODING));

    ServerConnector connector =
        config
            .tls()
            .map(files -> encrypted(server, http, new Tls(files)))
            .orElseGet(() -> inClear(server, http));
    connector.setHost(config.host());
    connector.setPort(config.port());
    connector.setIdleTimeout(config.idleTimeout().toMillis());
    return connector;
  }

  private static ServerConnector inClear(Server server, HttpConfiguration http) {
    PriorKnowledgeHttp2 http2 = new PriorKnowledgeHttp2(http);
    limit(http2);
    return new ServerConnector(server, 1, 1, new HttpConnectionFactory(http), http2);
  }

  private static ServerConnector encrypted(Server server, HttpConfiguration http, Tls tls) {
    // The allowed hosts of the site are checked by the site.
    http.addCustomizer(new SecureRequestCustomizer(false));
    HTTP2ServerConnectionFactory http2 = new HTTP2ServerConnectionFactory(http);
    limit(http2);
    ALPNServerConnectionFactory chosen = new ALPNServerConnectionFactory("h2", "http/1.1");
    chosen.setDefaultProtocol("http/1.1");
    ServerConnector connector =
        new ServerConnector(
            server,
            1,
            1,
            new SslConnectionFactory(tls.context(), chosen.getProtocol()),
            chosen,
            http2,
            new HttpConnectionFactory(http));
    tls.watchFor(connector);
    return connector;
  }

  private static void limit(AbstractHTTP2ServerConnectionFactory http2) {
    http2.setMaxConcurrentStreams(HTTP2_STREAMS);
    http2.setRateControlFactory(new WindowRateControl.Factory(EVENTS_PER_SECOND));
    // Browsers open a connection of HTTP/1.1 for a WebSocket then.
    http2.setConnectProtocolEnabled(false);
  }
}
