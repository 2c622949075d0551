package io.quintet.orm;

import io.quintet.core.settings.Setting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/** The settings of the database. */
public final class OrmSettings {
  /** The address of the default database. */
  public static final Setting<DatabaseUrl> DATABASE_URL =
      Setting.of(
          "orm.database-url",
          new DatabaseUrl.Sqlite("var/db.sqlite3"),
          "The database: sqlite:FILE or postgresql://user:password@host:port/name",
          DatabaseUrl::parse);

  /** Further databases by alias. */
  public static final Setting<DatabaseUrls> DATABASES =
      Setting.of(
          "orm.databases",
          new DatabaseUrls(Map.of()),
          "Further databases, separated by spaces: archive=sqlite:var/archive.sqlite3",
          DatabaseUrls::parse);

  /** Read-only copies of databases, by the alias of their primary. */
  public static final Setting<Replicas> REPLICAS =
      Setting.of(
          "orm.replicas",
          new Replicas(Map.of()),
          "Read replicas, separated by spaces: default=postgresql://reader@replica1/site",
          Replicas::parse);

  /** The greatest number of connections to a database. */
  public static final Setting<Integer> POOL_SIZE =
      Setting.integer("orm.pool-size", 10, "The greatest number of connections to a database")
          .check(n -> n >= 2 && n <= 1000, "2 to 1000");

  /** How long a caller waits for a connection. */
  public static final Setting<Duration> POOL_WAIT =
      Setting.duration(
              "orm.pool-wait",
              Duration.ofSeconds(10),
              "How long a caller waits for a connection when all are in use")
          .check(Duration::isPositive, "more than nothing");

  /** How long a statement may run; zero for as long as it takes. */
  public static final Setting<Duration> STATEMENT_TIMEOUT =
      Setting.duration(
              "orm.statement-timeout",
              Duration.ZERO,
              "How long a statement may run before the database ends it; 0s for as long as it takes")
          .check(timeout -> !timeout.isNegative(), "zero or more");

  private OrmSettings() {}

  /** Addresses by alias. */
  public record DatabaseUrls(Map<String, DatabaseUrl> byAlias) {
    /** Copies the map. */
    public DatabaseUrls {
      byAlias = Map.copyOf(byAlias);
    }

    static DatabaseUrls parse(String text) {
      Map<String, DatabaseUrl> found = new LinkedHashMap<>();
      pairs(text, found::put);
      return new DatabaseUrls(found);
    }

    @Override
    public String toString() {
      return byAlias.entrySet().stream()
          .map(e -> e.getKey() + "=" + e.getValue())
          .collect(Collectors.joining(" "));
    }
  }

  /** Addresses of replicas by the alias of their primary. */
  public record Replicas(Map<String, List<DatabaseUrl>> byAlias) {
    /** Copies the map. */
    public Replicas {
      byAlias = Map.copyOf(byAlias);
    }

    static Replicas parse(String text) {
      Map<String, List<DatabaseUrl>> found = new LinkedHashMap<>();
      pairs(text, (alias, url) -> found.computeIfAbsent(alias, a -> new ArrayList<>()).add(url));
      return new Replicas(found);
    }

    @Override
    public String toString() {
      return byAlias.entrySet().stream()
          .flatMap(e -> e.getValue().stream().map(url -> e.getKey() + "=" + url))
          .collect(Collectors.joining(" "));
    }
  }

  private static void pairs(String text, BiConsumer<String, DatabaseUrl> each) {
    for (String item : text.strip().split("\\s+")) {
      if (item.isEmpty()) {
        continue;
      }
      int equals = item.indexOf('=');
      if (equals <= 0) {
        throw new IllegalArgumentException("each database is written alias=address");
      }
      each.accept(item.substring(0, equals), DatabaseUrl.parse(item.substring(equals + 1)));
    }
  }
}
