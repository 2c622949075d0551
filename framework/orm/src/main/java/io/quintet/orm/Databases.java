package io.quintet.orm;

import io.quintet.core.Service;
import io.quintet.core.SiteContext;
import io.quintet.orm.internal.db.Database;
import io.quintet.orm.internal.db.Pools;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The databases of a site; opened when they are first needed, closed with the site. */
public final class Databases implements AutoCloseable {
  /** The alias of the database that is meant when none is named. */
  public static final String DEFAULT = "default";

  /** The databases of a site. */
  public static final Service<Databases> SERVICE =
      Service.of("databases", Databases::new).closing(Databases::close);

  private final SiteContext site;
  private final Map<String, Database> open = new ConcurrentHashMap<>();
  private final Map<Database, List<Database>> replicas = new ConcurrentHashMap<>();

  private Databases(SiteContext site) {
    this.site = site;
  }

  /** The databases of the running site. */
  public static Databases current() {
    return SiteContext.current().service(SERVICE);
  }

  /** The aliases, {@code default} first. */
  public List<String> aliases() {
    List<String> found = new ArrayList<>();
    found.add(DEFAULT);
    site.settings().get(OrmSettings.DATABASES).byAlias().keySet().stream()
        .sorted()
        .forEach(found::add);
    return List.copyOf(found);
  }

  /** The address of a database, without its password. */
  public String address(String alias) {
    return url(alias).toString();
  }

  Database get(String alias) {
    Database database = open.get(alias);
    return database != null ? database : open.computeIfAbsent(alias, this::openNow);
  }

  /** Whether some database has replicas. */
  boolean haveReplicas() {
    return site.settings().declares(OrmSettings.REPLICAS)
        && !site.settings().get(OrmSettings.REPLICAS).byAlias().isEmpty();
  }

  /** The replicas of a database. */
  List<Database> replicas(Database primary) {
    return replicas.computeIfAbsent(
        primary,
        p ->
            site
                .settings()
                .get(OrmSettings.REPLICAS)
                .byAlias()
                .getOrDefault(p.alias(), List.of())
                .stream()
                .map(url -> open(p.alias(), url))
                .toList());
  }

  private Database openNow(String alias) {
    return open(alias, url(alias));
  }

  private Database open(String alias, DatabaseUrl url) {
    Pools.Limits limits =
        new Pools.Limits(
            site.settings().get(OrmSettings.POOL_SIZE),
            site.settings().get(OrmSettings.POOL_WAIT),
            site.settings().get(OrmSettings.STATEMENT_TIMEOUT));
    return Pools.open(alias, url, site.baseDir(), limits);
  }

  private DatabaseUrl url(String alias) {
    if (alias.equals(DEFAULT)) {
      return site.settings().get(OrmSettings.DATABASE_URL);
    }
    DatabaseUrl url = site.settings().get(OrmSettings.DATABASES).byAlias().get(alias);
    if (url == null) {
      throw new IllegalArgumentException(
          "There is no database \"%s\". Known: %s. Add it to the setting orm.databases."
              .formatted(alias, String.join(", ", aliases())));
    }
    return url;
  }

  /** Closes all connections. */
  @Override
  public void close() {
    replicas.values().forEach(list -> list.forEach(Database::close));
    replicas.clear();
    open.values().forEach(Database::close);
    open.clear();
  }
}
