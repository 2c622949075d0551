package io.quintet.orm.internal.schema;

import io.quintet.orm.migrations.Migration;
import io.quintet.orm.migrations.Operation;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Applies migrations of one app, which follow each other, to a database. */
final class History {
  static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC);

  private final TestDatabase database;
  private final List<Migration> migrations = new ArrayList<>();

  History(TestDatabase database) {
    this.database = database;
  }

  /** One migration more, with these operations. */
  History then(Operation... operations) {
    String previous = migrations.isEmpty() ? "" : migrations.getLast().migrationId().name();
    String name = "%04d_step".formatted(migrations.size() + 1);
    migrations.add(
        new Migration("blog", name) {
          {
            if (!previous.isEmpty()) {
              dependsOn("blog", previous);
            }
            operations(operations);
          }
        });
    return this;
  }

  History add(Migration migration) {
    migrations.add(migration);
    return this;
  }

  MigrationGraph graph() {
    return MigrationGraph.of(migrations);
  }

  Executor executor() {
    return new Executor(graph(), database.connection(), CLOCK);
  }

  /** Applies what is not applied. */
  History migrate() {
    Executor executor = executor();
    executor.run(() -> executor.planAll(graph().apps()), false, Executor.SILENT);
    return this;
  }

  /** Takes back the last one. */
  History back() {
    Executor executor = executor();
    Migration last = migrations.getLast();
    executor.run(
        () ->
            migrations.size() == 1
                ? executor.planZero(last.migrationId().app())
                : executor.planTo(migrations.get(migrations.size() - 2).migrationId()),
        false,
        Executor.SILENT);
    return this;
  }
}
