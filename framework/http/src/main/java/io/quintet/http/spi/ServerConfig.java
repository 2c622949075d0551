package io.quintet.http.spi;

import io.quintet.core.SiteContext;
import io.quintet.core.settings.DataSize;
import io.quintet.core.settings.Setting;
import io.quintet.core.settings.Settings;
import java.time.Duration;
import java.util.List;

/**
 * How a server listens and what it endures.
 *
 * @param host the name or address to listen at
 * @param port the port; 0 for any free one
 * @param maxRequests requests that run at once; more are answered 503 with Retry-After
 * @param maxHeaderSize bytes of the request line and headers together
 * @param idleTimeout how long a connection may be silent, and how long the headers of a request may
 *     take to come
 * @param requestTimeout how long one request may take from its first byte to its last
 */
public record ServerConfig(
    String host,
    int port,
    int maxRequests,
    int maxHeaderSize,
    Duration idleTimeout,
    Duration requestTimeout) {
  /** The host name or address to listen at. */
  public static final Setting<String> HOST =
      Setting.text(
          "http.host", "127.0.0.1", "Name or address at which the server listens; 0.0.0.0 for all");

  /** The port to listen at. */
  public static final Setting<Integer> PORT =
      Setting.integer("http.port", 8000, "Port at which the server listens; 0 for any free one")
          .check(port -> port >= 0 && port <= 65_535, "must be from 0 to 65535");

  /** Requests that run at once. */
  public static final Setting<Integer> MAX_REQUESTS =
      Setting.integer(
              "http.max-requests",
              512,
              "Requests that run at once; more are answered 503 with Retry-After")
          .check(most -> most > 0, "must be above 0");

  /** The largest request line and headers. */
  public static final Setting<DataSize> MAX_HEADER_SIZE =
      Setting.bytes(
          "http.max-header-size",
          DataSize.ofKilobytes(16),
          "Largest request line and headers together");

  /** How long a connection may be silent. */
  public static final Setting<Duration> IDLE_TIMEOUT =
      Setting.duration(
          "http.idle-timeout",
          Duration.ofSeconds(30),
          "How long a connection may be silent, and the headers of a request take to come");

  /** How long one request may take. */
  public static final Setting<Duration> REQUEST_TIMEOUT =
      Setting.duration(
          "http.request-timeout",
          Duration.ofMinutes(2),
          "How long one request may take, its body and its answer included");

  /** How long running requests may take to end when the server stops. */
  public static final Setting<Duration> STOP_GRACE =
      Setting.duration(
          "http.stop-grace",
          Duration.ofSeconds(20),
          "How long running requests may take when the server stops");

  /** The settings of servers. */
  public static final List<Setting<?>> SETTINGS =
      List.of(HOST, PORT, MAX_REQUESTS, MAX_HEADER_SIZE, IDLE_TIMEOUT, REQUEST_TIMEOUT, STOP_GRACE);

  /** Checks the port and the limits. */
  public ServerConfig {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException(
          "Port " + port + " does not exist; allowed: 0 (any free one) to 65535");
    }
    if (maxRequests < 1 || maxHeaderSize < 1_024) {
      throw new IllegalArgumentException(
          "A server needs maxRequests of at least 1 and maxHeaderSize of at least 1024");
    }
  }

  /** What a site's settings say. */
  public static ServerConfig of(SiteContext site) {
    Settings settings = site.settings();
    return new ServerConfig(
        settings.get(HOST),
        settings.get(PORT),
        settings.get(MAX_REQUESTS),
        Math.toIntExact(settings.get(MAX_HEADER_SIZE).bytes()),
        settings.get(IDLE_TIMEOUT),
        settings.get(REQUEST_TIMEOUT));
  }

  /** These with another host and port. */
  public ServerConfig at(String newHost, int newPort) {
    return new ServerConfig(
        newHost, newPort, maxRequests, maxHeaderSize, idleTimeout, requestTimeout);
  }
}
