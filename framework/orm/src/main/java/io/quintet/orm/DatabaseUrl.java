package io.quintet.orm;

/**
 * Where a database is: {@code sqlite:var/db.sqlite3} (relative to the folder of the site), {@code
 * postgresql://user:password@host:5432/name}, {@code mariadb://user:password@host:3306/name}. Its
 * text never shows the password.
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
      return "postgresql://%s%s:%d/%s".formatted(shown(user, password), host, port, name);
    }
  }

  /** A MariaDB server; {@code options} is the query of the address, or empty. */
  record MariaDb(String user, String password, String host, int port, String name, String options)
      implements DatabaseUrl {
    /** The address for the driver. */
    public String jdbc() {
      return "jdbc:mariadb://%s:%d/%s%s"
          .formatted(host, port, name, options.isEmpty() ? "" : "?" + options);
    }

    @Override
    public String toString() {
      return "mariadb://%s%s:%d/%s".formatted(shown(user, password), host, port, name);
    }
  }

  private static String shown(String user, String password) {
    return user.isEmpty() ? "" : user + (password.isEmpty() ? "" : ":********") + "@";
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
      ServerUrl server = ServerUrl.parse(url, "PostgreSQL", "postgresql", 5432);
      return new Postgres(
          server.user(),
          server.password(),
          server.host(),
          server.port(),
          server.name(),
          server.options());
    }
    if (url.startsWith("mariadb:") || url.startsWith("mysql:")) {
      ServerUrl server = ServerUrl.parse(url, "MariaDB", "mariadb", 3306);
      return new MariaDb(
          server.user(),
          server.password(),
          server.host(),
          server.port(),
          server.name(),
          server.options());
    }
    int colon = url.indexOf(':');
    throw new IllegalArgumentException(
        "a database address starts with sqlite:, postgresql:// or mariadb://, not with \""
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
}
