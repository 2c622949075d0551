package io.quintet.orm.internal.db;

import io.quintet.orm.DatabaseUnavailableException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * One request or task that may read from replicas: from the same one throughout, so that time does
 * not run backwards, and from the primary once it has written there.
 */
public final class ReadScope {
  /** The scope of the running code. */
  public static final ScopedValue<ReadScope> CURRENT = ScopedValue.newInstance();

  private final Function<Database, List<Database>> replicas;
  private final Map<Database, Database> chosen = new ConcurrentHashMap<>();
  private final Set<Database> pinned = ConcurrentHashMap.newKeySet();

  /** A scope; {@code replicas} tells those of a database. */
  public ReadScope(Function<Database, List<Database>> replicas) {
    this.replicas = replicas;
  }

  /** Gives {@code work} the database to read from: a replica, or the primary. */
  static void read(Database primary, Consumer<Database> work) {
    Database source = source(primary);
    try {
      work.accept(source);
    } catch (DatabaseUnavailableException e) {
      if (source == primary) {
        throw e;
      }
      System.getLogger(ReadScope.class.getName())
          .log(
              System.Logger.Level.WARNING,
              "A replica of the database \""
                  + primary.alias()
                  + "\" is away; reading from the primary",
              e);
      CURRENT.get().pinned.add(primary);
      work.accept(primary);
    }
  }

  /** The database to read from. */
  public static Database source(Database primary) {
    return CURRENT.isBound() && !primary.inTransaction() ? CURRENT.get().choose(primary) : primary;
  }

  /** From now on this scope reads from the primary. */
  public static void wrote(Database primary) {
    if (CURRENT.isBound()) {
      CURRENT.get().pinned.add(primary);
    }
  }

  private Database choose(Database primary) {
    return pinned.contains(primary) ? primary : chosen.computeIfAbsent(primary, this::any);
  }

  private Database any(Database primary) {
    List<Database> found = replicas.apply(primary);
    return found.isEmpty() ? primary : found.get(ThreadLocalRandom.current().nextInt(found.size()));
  }
}
