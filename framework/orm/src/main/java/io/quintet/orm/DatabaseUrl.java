package io.quintet.orm;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/**
 * Where a database is: {@code sqlite:var/db.sqlite3} (relative to the folder of the site), {@code
 * postgresql://user:password@host:5432/name}. Its text never shows the password.
 */
public sealed interface DatabaseUrl {
  /** A file. */
  record Sqlite(String file) implements DatabaseUrl {
    @Override
    public String toString() {
      return "sqlite:" + file;
    }
  }

  /**
   * A PostgreSQL server, or one that speaks its protocol; {@code options} is the query of the
   * address, or empty.
   */
  record Postgres(String user, String password, String host, int port, String name, String options)
      implements DatabaseUrl {
    /** The address for the driver. */
    public String jdbc() {
      return "jdbc:postgresql://%s:%d/%s%s"
          .formatted(host, port, name, options.isEmpty() ? "" : "?" + options);
    }

    @Override
    public String toString() {
      String account = user.isEmpty() ? "" : user + (password.isEmpty() ? "" : ":********") + "@";
      return "postgresql://%s%s:%d/%s".formatted(account, host, port, name);
    }
  }

  /**
   * Reads an address.
   *
   * @throws IllegalArgumentException when it is none; the message does not repeat a password
   */
  static DatabaseUrl parse(String text) {
    String url = text.strip();
    if (url.startsWith("jdbc:")) {
      url = url.substring(5);
    }
    if (url.startsWith("sqlite:")) {
      return sqlite(url.substring(7));
    }
    if (url.startsWith("postgresql:") || url.startsWith("postgres:")) {
      return postgres(url);
    }
    int colon = url.indexOf(':');
    throw new IllegalArgumentException(
        "a database address starts with sqlite: or postgresql://, not with \""
            + (colon < 0 ? url : url.substring(0, colon))
            + "\"");
  }

  private static DatabaseUrl sqlite(String rest) {
    String file = rest.startsWith("///") ? rest.substring(2) : rest;
    if (file.isBlank() || file.equals(":memory:")) {
      throw new IllegalArgumentException(
          "a SQLite database is a file, as in sqlite:var/db.sqlite3; one in memory would be another for each connection");
    }
    return new Sqlite(file);
  }

  private static DatabaseUrl postgres(String url) {
    URI uri;
    try {
      uri = new URI(url);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(
          "the address of the PostgreSQL database is wrong at character "
              + e.getIndex()
              + "; write postgresql://user:password@host:5432/name, special characters as %XX",
          e);
    }
    String name = uri.getPath() == null ? "" : uri.getPath().replaceFirst("^/", "");
    if (uri.getHost() == null || name.isEmpty()) {
      throw new IllegalArgumentException(
          "the address of the PostgreSQL database lacks host or name; write postgresql://user:password@host:5432/name");
    }
    String account = uri.getRawUserInfo() == null ? "" : uri.getRawUserInfo();
    int colon = account.indexOf(':');
    String user = colon < 0 ? account : account.substring(0, colon);
    String password = colon < 0 ? "" : account.substring(colon + 1);
    return new Postgres(
        decode(user),
        decode(password),
        uri.getHost(),
        uri.getPort() < 0 ? 5432 : uri.getPort(),
        name,
        uri.getRawQuery() == null ? "" : uri.getRawQuery());
  }

  private static String decode(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
