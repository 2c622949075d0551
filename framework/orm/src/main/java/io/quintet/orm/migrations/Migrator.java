package io.quintet.orm.migrations;

import io.quintet.core.AppConfig;
import io.quintet.core.SiteContext;
import io.quintet.orm.Databases;
import io.quintet.orm.internal.inspect.InspectDb;
import io.quintet.orm.internal.schema.ChangedModels;
import io.quintet.orm.internal.schema.Executor;
import io.quintet.orm.internal.schema.Executor.Step;
import io.quintet.orm.internal.schema.MakeMigrations;
import io.quintet.orm.internal.schema.Migrate;
import io.quintet.orm.internal.schema.OptimizeMigration;
import io.quintet.orm.internal.schema.ShowMigrations;
import io.quintet.orm.internal.schema.SiteMigrations;
import io.quintet.orm.internal.schema.SiteMigrator;
import io.quintet.orm.internal.schema.SqlMigrate;
import io.quintet.orm.internal.schema.SquashMigrations;
import java.util.List;
import java.util.function.Consumer;

/**
 * Migrates the databases of a site from code; people use {@code ./manage migrate}.
 *
 * <p>Its methods run with the site bound as the current one, as commands and requests do.
 */
public final class Migrator {
  private final SiteMigrations migrations;
  private final SiteMigrator migrator;

  private Migrator(SiteMigrations migrations, SiteMigrator migrator) {
    this.migrations = migrations;
    this.migrator = migrator;
  }

  /** For the default database of a site. */
  public static Migrator of(SiteContext site) {
    return of(site, Databases.DEFAULT);
  }

  /** For the database of that alias. */
  public static Migrator of(SiteContext site, String alias) {
    SiteMigrations migrations = SiteMigrations.of(site);
    return new Migrator(migrations, new SiteMigrator(site, migrations, alias));
  }

  /**
   * Adds the commands {@code makemigrations}, {@code migrate}, {@code showmigrations}, {@code
   * sqlmigrate}, {@code squashmigrations}, {@code optimizemigration}, {@code inspectdb} and the
   * check.
   */
  public static void configure(AppConfig config) {
    config
        .commands(
            new MakeMigrations(),
            new Migrate(),
            new ShowMigrations(),
            new SqlMigrate(),
            new SquashMigrations(),
            new OptimizeMigration(),
            new InspectDb())
        .checks(new ChangedModels());
  }

  /** The migrations that are not applied yet, in order. */
  public List<MigrationId> pending() {
    return migrator.pending();
  }

  /** The apps whose models have changes that no migration records. */
  public List<String> changedApps() {
    return migrations.changedApps();
  }

  /**
   * Applies everything that is not applied yet. Throws {@link MigrationException} at the first that
   * fails.
   */
  public MigrationSignals.Migrated migrate() {
    return migrator.migrate(Executor.SILENT);
  }

  /** Applies everything that is not applied yet, and tells of each migration before it begins. */
  public MigrationSignals.Migrated migrate(Consumer<MigrationId> progress) {
    return migrator.migrate(
        new Executor.Listener() {
          @Override
          public void begins(Step step) {
            progress.accept(step.migration().migrationId());
          }

          @Override
          public void done(Step step) {}

          @Override
          public void notice(String text) {
            System.getLogger(Migrator.class.getName()).log(System.Logger.Level.INFO, text);
          }
        });
  }
}
