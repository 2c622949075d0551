package io.quintet.http.spi;

import io.quintet.http.HttpApplication;
import java.time.Duration;

/**
 * A server that carries a site over HTTP. An implementation turns each exchange into a {@link
 * io.quintet.http.Request} and gives it to {@link HttpApplication#serve}; it is found by {@link
 * java.util.ServiceLoader}.
 */
public interface HttpServer {
  /**
   * Starts listening, and returns when connections are accepted.
   *
   * @throws ServerStartException if it cannot listen, with a message for the operator
   */
  void start(ServerConfig config, HttpApplication application);

  /** Stops accepting, lets running requests end within the time given, then breaks off the rest. */
  void stop(Duration grace);

  /** The port it listens at, once started. */
  int port();
}
