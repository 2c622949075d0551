package io.quintet.orm.internal.schema;

import io.quintet.core.commands.Command;
import io.quintet.core.commands.CommandContext;
import io.quintet.core.commands.CommandError;
import io.quintet.core.commands.Options;
import io.quintet.core.commands.Terminal;
import io.quintet.orm.Databases;
import io.quintet.orm.Db;
import io.quintet.orm.internal.schema.Executor.Step;
import io.quintet.orm.migrations.Operation;
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
        .flag("--fake", "Only records the migrations, without touching tables.");
  }

  @Override
  public int run(CommandContext context) {
    SiteMigrations migrations = SiteMigrations.of(context.site());
    String alias = context.option("database").orElse(Databases.DEFAULT);
    Terminal terminal = context.terminal();
    if (context.flag("plan")) {
      List<Step> plan =
          Db.connection(
              alias,
              c -> plan(context, migrations, SiteMigrator.executor(context.site(), migrations, c)));
      Executor.requireReversible(plan);
      printPlan(context, plan);
      return 0;
    }
    SiteMigrator migrator = new SiteMigrator(context.site(), migrations, alias);
    ProgressLines progress = new ProgressLines(terminal);
    migrator.run(executor -> plan(context, migrations, executor), context.flag("fake"), progress);
    if (progress.count() == 0) {
      context.line("Nothing to migrate: the database is up to date.");
    }
    hint(terminal, migrations);
    return 0;
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

  private static void printPlan(CommandContext context, List<Step> plan) {
    if (plan.isEmpty()) {
      context.line("Nothing to migrate: the database is up to date.");
      return;
    }
    context.line("What 'migrate' would do:");
    for (Step step : plan) {
      context.line(
          (step.backward() ? "  take back " : "  apply ") + step.migration().migrationId());
      List<Operation> operations = step.migration().operations();
      for (Operation operation : step.backward() ? operations.reversed() : operations) {
        context.line("    " + (step.backward() ? "undo: " : "") + operation.describe());
      }
    }
  }

  private static void hint(Terminal terminal, SiteMigrations migrations) {
    List<String> changed = migrations.changedApps();
    if (!changed.isEmpty()) {
      terminal.warning(ChangedModels.text(changed) + " " + ChangedModels.HINT);
    }
  }
}
