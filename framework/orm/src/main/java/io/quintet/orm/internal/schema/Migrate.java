package io.quintet.orm.internal.schema;

import io.quintet.core.commands.Command;
import io.quintet.core.commands.CommandContext;
import io.quintet.core.commands.CommandError;
import io.quintet.core.commands.Options;
import io.quintet.core.commands.Terminal;
import io.quintet.orm.Databases;
import io.quintet.orm.Db;
import io.quintet.orm.internal.schema.Executor.Step;
import io.quintet.orm.migrations.MigrationException;
import io.quintet.orm.migrations.MigrationSignals.Migrated;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** {@code migrate}: brings the database to the state of the migrations. */
public final class Migrate implements Command {
  @Override
  public String name() {
    return "migrate";
  }

  @Override
  public String help() {
    return "Applies the migrations to the database, or takes them back.";
  }

  @Override
  public void options(Options options) {
    options
        .optionalArgument("APP", "Only this app, and what it needs.")
        .optionalArgument(
            "NAME",
            "Up to this migration, or back to it; its beginning is enough. 'zero' takes back all.")
        .option("--database", "ALIAS", Databases.DEFAULT, "Which database.")
        .flag("--plan", "Only shows what would be done.")
        .flag("--fake", "Only records the migrations, without touching tables.")
        .flag("--fake-initial", "Only records an app's first migration when its tables exist.")
        .flag("--no-wait", "Leaves when another process is migrating, rather than to wait.")
        .flag("--unsafe", "Also does what locks large tables for long.")
        .option("--lock-timeout", "SECONDS", "3", "The longest wait for a lock before a new try.")
        .flag("--json", "Prints the plan, or what was done, as JSON.");
  }

  @Override
  public int run(CommandContext context) {
    SiteMigrations migrations = SiteMigrations.of(context.site());
    String alias = context.option("database").orElse(Databases.DEFAULT);
    Terminal terminal = context.terminal();
    if (context.flag("plan")) {
      Db.connection(
          alias,
          connection -> {
            Executor executor =
                tuned(context, SiteMigrator.executor(context.site(), migrations, connection));
            List<Step> plan = plan(context, migrations, executor);
            Executor.requireReversible(plan);
            MigrationPlan shown = MigrationPlan.of(executor, plan, connection);
            context.line(context.flag("json") ? shown.json() : shown.text());
            return 0;
          });
      return 0;
    }
    boolean json = context.flag("json");
    SiteMigrator migrator =
        new SiteMigrator(context.site(), migrations, alias)
            .watched(terminal.interactive() && !json);
    ProgressLines progress = new ProgressLines(terminal);
    Migrated done =
        migrator.run(
            executor -> plan(context, migrations, tuned(context, executor)),
            context.flag("fake"),
            json ? Executor.SILENT : progress);
    if (json) {
      context.line(MigrationPlan.json(done));
      return 0;
    }
    if (progress.count() == 0) {
      context.line("Nothing to migrate: the database is up to date.");
    }
    if (progress.differs()) {
      terminal.warning(
          "What differs was left as it is. Change the model so that it says what the table is and write the first migration anew,"
              + " or change the table by hand; until then a later migration of such a column may fail.");
    }
    hint(terminal, migrations);
    return 0;
  }

  private static Executor tuned(CommandContext context, Executor executor) {
    String seconds = context.option("lock-timeout").orElse("3");
    if (!seconds.matches("\\d{1,4}(\\.\\d{1,3})?")) {
      throw new CommandError(
          "--lock-timeout takes seconds, for example 3 or 0.5; found '" + seconds + "'.", 2, null);
    }
    return executor
        .unsafe(context.flag("unsafe"))
        .waits(!context.flag("no-wait"))
        .fakeInitial(context.flag("fake-initial"))
        .lockTimeout(Duration.ofMillis(Math.round(Double.parseDouble(seconds) * 1000)));
  }

  private static List<Step> plan(
      CommandContext context, SiteMigrations migrations, Executor executor) {
    Optional<String> app = context.option("APP");
    Optional<String> name = context.option("NAME");
    if (app.isEmpty()) {
      return executor.planAll(migrations.appsWithMigrations());
    }
    String label = migrations.app(app.get()).label();
    if (migrations.graph().names(label).isEmpty()) {
      throw new CommandError(
          "App '" + label + "' has no migrations. Run './manage makemigrations " + label + "'.");
    }
    if (name.isEmpty()) {
      return executor.planAll(List.of(label));
    }
    return name.get().equals("zero")
        ? executor.planZero(label)
        : executor.planTo(migrations.graph().resolve(label, name.get()));
  }

  private static void hint(Terminal terminal, SiteMigrations migrations) {
    try {
      List<String> changed = migrations.changedApps();
      if (!changed.isEmpty()) {
        terminal.warning(ChangedModels.text(changed) + " " + ChangedModels.HINT);
      }
    } catch (MigrationException e) {
      terminal.warning(e.getMessage());
    }
  }
}
