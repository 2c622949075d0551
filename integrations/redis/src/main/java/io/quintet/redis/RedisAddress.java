package io.quintet.redis;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/** Where a Redis server is, and as whom to log in. Its text leaves the password out. */
record RedisAddress(
    String host,
    int port,
    int database,
    boolean tls,
    @Nullable String user,
    @Nullable String password) {
  private static final int DEFAULT_PORT = 6379;
  private static final String FORM =
      "write it as redis://HOST:PORT/DATABASE or, with TLS, rediss://USER:PASSWORD@HOST:PORT/DATABASE";

  /**
   * Reads an address.
   *
   * @throws IllegalArgumentException saying how to write it, without quoting it: it may hold a
   *     password
   */
  static RedisAddress parse(String text) {
    URI uri;
    try {
      uri = new URI(text);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("this is no Redis address; " + FORM);
    }
    String scheme = uri.getScheme();
    boolean tls = "rediss".equalsIgnoreCase(scheme);
    String host = uri.getHost();
    if (!tls && !"redis".equalsIgnoreCase(scheme) || host == null) {
      throw new IllegalArgumentException(
          (text.isEmpty()
                  ? "the address of the Redis server is missing; "
                  : "this is no Redis address; ")
              + FORM);
    }
    String login = uri.getUserInfo();
    int colon = login == null ? -1 : login.indexOf(':');
    return new RedisAddress(
        host,
        uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort(),
        database(uri.getPath()),
        tls,
        login == null || colon == 0 ? null : colon < 0 ? login : login.substring(0, colon),
        login == null || colon < 0 ? null : login.substring(colon + 1));
  }

  private static int database(@Nullable String path) {
    if (path == null || path.isEmpty() || path.equals("/")) {
      return 0;
    }
    try {
      int database = Integer.parseInt(path.substring(1));
      if (database >= 0) {
        return database;
      }
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "the database \"" + path.substring(1) + "\" is no number; " + FORM, e);
    }
    throw new IllegalArgumentException("the database must not be negative; " + FORM);
  }

  @Override
  public String toString() {
    return (tls ? "rediss://" : "redis://") + host + ":" + port + "/" + database;
  }
}
