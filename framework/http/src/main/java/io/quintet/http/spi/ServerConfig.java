package io.quintet.http.spi;

import io.quintet.core.ImproperlyConfigured;
import io.quintet.core.SiteContext;
import io.quintet.core.settings.DataSize;
import io.quintet.core.settings.Setting;
import io.quintet.core.settings.Settings;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

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
 * @param tls the files for HTTPS; empty: HTTP in clear
 */
public record ServerConfig(
    String host,
    int port,
    int maxRequests,
    int maxHeaderSize,
    Duration idleTimeout,
    Duration requestTimeout,
    Optional<TlsFiles> tls) {
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

  /** The certificates for HTTPS. */
  public static final Setting<String> TLS_CERTIFICATE =
      Setting.text(
          "http.tls-certificate",
          "",
          "PEM file of the server's certificate and those that signed it; with it the server speaks HTTPS and HTTP/2");

  /** The key for HTTPS. */
  public static final Setting<String> TLS_KEY =
      Setting.text(
          "http.tls-key", "", "PEM file of the private key of http.tls-certificate (PKCS#8)");

  private static final Duration LOOK_EVERY = Duration.ofMinutes(1);

  /** The settings of servers. */
  public static final List<Setting<?>> SETTINGS =
      List.of(
          HOST,
          PORT,
          MAX_REQUESTS,
          MAX_HEADER_SIZE,
          IDLE_TIMEOUT,
          REQUEST_TIMEOUT,
          STOP_GRACE,
          TLS_CERTIFICATE,
          TLS_KEY);

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

  /** For HTTP in clear. */
  public ServerConfig(
      String host,
      int port,
      int maxRequests,
      int maxHeaderSize,
      Duration idleTimeout,
      Duration requestTimeout) {
    this(host, port, maxRequests, maxHeaderSize, idleTimeout, requestTimeout, Optional.empty());
  }

  /**
   * What a site's settings say.
   *
   * @throws ImproperlyConfigured if only one of the files for HTTPS is named
   */
  public static ServerConfig of(SiteContext site) {
    Settings settings = site.settings();
    return new ServerConfig(
        settings.get(HOST),
        settings.get(PORT),
        settings.get(MAX_REQUESTS),
        Math.toIntExact(settings.get(MAX_HEADER_SIZE).bytes()),
        settings.get(IDLE_TIMEOUT),
        settings.get(REQUEST_TIMEOUT),
        tls(site));
  }

  private static Optional<TlsFiles> tls(SiteContext site) {
    String certificate = site.setting(TLS_CERTIFICATE);
    String key = site.setting(TLS_KEY);
    if (certificate.isEmpty() && key.isEmpty()) {
      return Optional.empty();
    }
    if (certificate.isEmpty() || key.isEmpty()) {
      throw new ImproperlyConfigured(
          "HTTPS needs a certificate and its key, but only %s is set. Set %s too"
              .formatted(
                  certificate.isEmpty() ? TLS_KEY.key() : TLS_CERTIFICATE.key(),
                  certificate.isEmpty() ? TLS_CERTIFICATE.key() : TLS_KEY.key()));
    }
    return Optional.of(
        new TlsFiles(site.baseDir().resolve(certificate), site.baseDir().resolve(key), LOOK_EVERY));
  }

  /** These with another host and port. */
  public ServerConfig at(String newHost, int newPort) {
    return new ServerConfig(
        newHost, newPort, maxRequests, maxHeaderSize, idleTimeout, requestTimeout, tls);
  }

  /** These with HTTPS. */
  public ServerConfig withTls(TlsFiles files) {
    return new ServerConfig(
        host, port, maxRequests, maxHeaderSize, idleTimeout, requestTimeout, Optional.of(files));
  }
}
