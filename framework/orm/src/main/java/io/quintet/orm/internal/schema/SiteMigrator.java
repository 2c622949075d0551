package io.quintet.orm.internal.schema;

import io.quintet.core.SiteContext;
import io.quintet.orm.Db;
import io.quintet.orm.internal.schema.Executor.Step;
import io.quintet.orm.migrations.MigrationException;
import io.quintet.orm.migrations.MigrationId;
import io.quintet.orm.migrations.MigrationSignals;
import io.quintet.orm.migrations.MigrationSignals.Migrated;
import io.quintet.orm.migrations.MigrationSignals.Renamed;
import io.quintet.orm.migrations.ModelName;
import io.quintet.orm.migrations.ModelOperation;
import io.quintet.orm.migrations.ModelTransfer;
import io.quintet.orm.migrations.Operation;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/** Migrates a database of the running site and tells the apps. */
public final class SiteMigrator {
  private final SiteContext site;
  private final SiteMigrations migrations;
  private final String alias;
  private boolean watched;

  /** For the database of that alias. */
  public SiteMigrator(SiteContext site, SiteMigrations migrations, String alias) {
    this.site = site;
    this.migrations = migrations;
    this.alias = alias;
  }

  /** Tells the listener how far long statements are; that takes a second connection. */
  SiteMigrator watched(boolean on) {
    watched = on;
    return this;
  }

  static Executor executor(SiteContext site, SiteMigrations migrations, Connection connection) {
    return new Executor(migrations.graph(), connection, site.clock());
  }

  /** What is not applied yet, in order. */
  public List<MigrationId> pending() {
    return Db.connection(
        alias,
        connection ->
            executor(site, migrations, connection).planAll(migrations.appsWithMigrations()).stream()
                .map(step -> step.migration().migrationId())
                .toList());
  }

  /** Applies everything that is not applied yet. */
  public Migrated migrate(Executor.Listener listener) {
    return run(executor -> executor.planAll(migrations.appsWithMigrations()), false, listener);
  }

  /** Does what a planner asks for, then sends the signal. */
  public Migrated run(
      Function<Executor, List<Step>> planner, boolean fake, Executor.Listener listener) {
    List<Step> done = new ArrayList<>();
    List<MigrationId> takenOver = new ArrayList<>();
    Set<MigrationId> applied =
        Db.connection(
            alias,
            connection -> {
              Executor executor = executor(site, migrations, connection);
              if (watched) {
                executor.watching(this::elsewhere);
              }
              executor.run(
                  () -> planner.apply(executor), fake, new Recording(listener, done, takenOver));
              return executor.applied().keySet();
            });
    Migrated event =
        new Migrated(
            ids(done, false),
            ids(done, true),
            done.stream().flatMap(SiteMigrator::renamed).toList(),
            takenOver,
            migrations.graph().state(applied::contains));
    MigrationSignals.POST_MIGRATE.send(event);
    return event;
  }

  private void elsewhere(Consumer<Connection> work) {
    try {
      site.call(() ->
          Db.connection(
              alias,
              connection -> {
                work.accept(connection);
                return true;
              }));
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new MigrationException(String.valueOf(e.getMessage()), e);
    }
  }

  private static Stream<Renamed> renamed(Step step) {
    String app = step.migration().migrationId().app();
    List<Operation> operations = step.migration().operations();
    return (step.backward() ? operations.reversed() : operations)
        .stream()
            .mapMulti((operation, each) -> {
              Renamed renamed =
                  switch (operation) {
                    case ModelOperation.RenameModel(String from, String to) ->
                        new Renamed(new ModelName(app, from), new ModelName(app, to));
                    case ModelTransfer.MoveModel move ->
                        new Renamed(move.from(), new ModelName(app, move.to()));
                    default -> null;
                  };
              if (renamed != null) {
                each.accept(step.backward() ? new Renamed(renamed.to(), renamed.from()) : renamed);
              }
            });
  }

  private static List<MigrationId> ids(List<Step> steps, boolean backward) {
    return steps.stream()
        .filter(step -> step.backward() == backward)
        .map(step -> step.migration().migrationId())
        .toList();
  }

  private record Recording(Executor.Listener next, List<Step> steps, List<MigrationId> takenOver)
      implements Executor.Listener {
    @Override
    public void tookOver(Step step, List<String> differences) {
      takenOver.add(step.migration().migrationId());
      next.tookOver(step, differences);
    }

    @Override
    public void begins(Step step) {
      next.begins(step);
    }

    @Override
    public void done(Step step) {
      steps.add(step);
      next.done(step);
    }

    @Override
    public void notice(String text) {
      next.notice(text);
    }

    @Override
    public void progress(String text) {
      next.progress(text);
    }
  }
}
