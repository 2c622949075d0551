package io.quintet.orm.internal.schema;

import io.quintet.core.App;
import io.quintet.core.commands.Command;
import io.quintet.core.commands.CommandContext;
import io.quintet.core.commands.CommandError;
import io.quintet.core.commands.Options;
import io.quintet.orm.migrations.FieldOperation;
import io.quintet.orm.migrations.IndexOperation;
import io.quintet.orm.migrations.MigrationId;
import io.quintet.orm.migrations.ModelOperation;
import io.quintet.orm.migrations.Operation;
import io.quintet.orm.migrations.Questioner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** {@code makemigrations}: finds what changed in the models and writes migrations for it. */
public final class MakeMigrations implements Command {
  @Override
  public String name() {
    return "makemigrations";
  }

  @Override
  public String help() {
    return "Finds what changed in the models and writes migrations for it.";
  }

  @Override
  public void options(Options options) {
    options
        .optionalArgument("APP", "Only this app, and others where it needs them.")
        .option("--name", "NAME", "What the migration is called after its number.")
        .flag("--check", "Writes nothing; fails when a migration is missing.")
        .flag("--dry-run", "Writes nothing; prints what would be written.")
        .flag("--merge", "Writes a migration that brings branches of the history together.")
        .flag("--empty", "Writes a migration without operations, to be filled by hand.")
        .option(
            "--renames",
            "YES|NO",
            "Answers every question about renaming: yes keeps the data, no deletes it.")
        .option(
            "--moves",
            "YES|NO",
            "Answers every question about models moved to another app: yes keeps the rows, no deletes them.")
        .option(
            "--value",
            "APP.MODEL.FIELD=VALUE",
            "What rows that exist get in a field; several separated by semicolons.")
        .option(
            "--source",
            "DIR",
            "The root of the Java sources; by default src/main/java below the site's folder.");
  }

  @Override
  public int run(CommandContext context) {
    SiteMigrations migrations = SiteMigrations.of(context.site());
    Optional<String> app = context.option("APP");
    app.ifPresent(migrations::app);
    String name = context.option("name").map(MakeMigrations::checkedName).orElse(null);
    List<PlannedMigration> planned;
    if (context.flag("empty")) {
      String label =
          app.orElseThrow(
              () -> new CommandError("Say for which app: makemigrations APP --empty.", 2, null));
      planned = List.of(empty(migrations.graph(), label, name == null ? "custom" : name));
    } else if (context.flag("merge")) {
      planned =
          new Merge(migrations.graph()).of(app.map(List::of).orElseGet(migrations::apps), name);
      if (planned.isEmpty()) {
        context.line("Nothing to merge: no app has more than one last migration.");
        return 0;
      }
    } else {
      List<PlannedMigration> all = migrations.missing(questioner(context), name);
      planned = app.map(label -> Arranger.onlyFor(label, all)).orElse(all);
    }
    if (planned.isEmpty()) {
      context.line("No changes found" + app.map(label -> " in '" + label + "'").orElse("") + ".");
      return 0;
    }
    return context.flag("check") ? report(context, planned) : write(context, migrations, planned);
  }

  private static Questioner questioner(CommandContext context) {
    Questioner asking =
        context.flag("check")
            ? new Guess()
            : context.terminal().interactive()
                ? new TerminalQuestioner(context.terminal())
                : Questioner.refusing();
    Questioner questioner =
        context
            .option("value")
            .<Questioner>map(text -> new GivenValues(text, asking))
            .orElse(asking);
    return new FixedAnswers(answer(context, "renames"), answer(context, "moves"), questioner);
  }

  private static Optional<Boolean> answer(CommandContext context, String option) {
    return context
        .option(option)
        .map(answer ->
            switch (answer.toLowerCase(Locale.ROOT)) {
              case "yes" -> true;
              case "no" -> false;
              default ->
                  throw new CommandError(
                      "--" + option + " takes yes or no, found '" + answer + "'.", 2, null);
            });
  }

  private static String checkedName(String name) {
    if (!name.matches("[a-z0-9_]+")) {
      throw new CommandError(
          "A migration's name has lower-case letters, digits and underscores, found '"
              + name
              + "'.",
          2,
          null);
    }
    return name;
  }

  private static PlannedMigration empty(MigrationGraph graph, String app, String name) {
    MigrationId id = new MigrationId(app, MigrationNames.nextNumber(graph.names(app)) + "_" + name);
    return new PlannedMigration(id, graph.last(app).map(List::of).orElse(List.of()), List.of());
  }

  private static int report(CommandContext context, List<PlannedMigration> planned) {
    for (PlannedMigration migration : planned) {
      context.line("Missing in '" + migration.id().app() + "':");
      describe(context, migration);
    }
    warn(context, planned);
    context.terminal().error("Migrations are missing. Run './manage makemigrations'.");
    return 1;
  }

  private static int write(
      CommandContext context, SiteMigrations migrations, List<PlannedMigration> planned) {
    boolean dry = context.flag("dry-run");
    planned.forEach(migration -> Sources.root(context, migrations.app(migration.id().app())));
    String shown = "";
    List<String> unnamed = new ArrayList<>();
    for (PlannedMigration migration : planned) {
      App app = migrations.app(migration.id().app());
      MigrationWriter writer = new MigrationWriter(app.getClass().getPackageName() + ".migrations");
      Path root = Sources.root(context, app);
      if (!shown.equals(app.label())) {
        context.line(context.terminal().bold("Migrations for '" + app.label() + "':"));
        shown = app.label();
      }
      Path file = dry ? writer.file(root, migration.id()) : writer.write(root, migration);
      context.line("  " + Sources.shown(context, file));
      describe(context, migration);
      if (dry) {
        context.line("");
        context.line(writer.source(migration));
      } else if (Files.exists(root.resolve("module-info.java"))) {
        unnamed.add(writer.qualifiedName(migration.id()));
      }
    }
    warn(context, planned);
    if (!dry) {
      sayWhatNext(context, planned.size() == 1, unnamed);
    }
    return 0;
  }

  private static void warn(CommandContext context, List<PlannedMigration> planned) {
    List<String> losses = planned.stream().flatMap(one -> one.losses().stream()).toList();
    if (!losses.isEmpty()) {
      context.terminal().warning("Applied, this deletes data for good:");
      losses.forEach(loss -> context.terminal().warning("  - " + loss));
    }
  }

  private static void sayWhatNext(CommandContext context, boolean one, List<String> unnamed) {
    if (!unnamed.isEmpty()) {
      context.line(
          "\nThis is a named module: add to 'provides io.quintet.orm.migrations.Migration with' in module-info.java:");
      unnamed.forEach(name -> context.line("    " + name));
    }
    context.line(
        "\nRead %s, then run './manage migrate' to change the database. Commit %s with the models."
            .formatted(one ? "it" : "them", one ? "it" : "them"));
  }

  private static void describe(CommandContext context, PlannedMigration migration) {
    for (Operation operation : migration.operations()) {
      context.line("    " + sign(operation) + " " + operation.describe());
    }
  }

  private static char sign(Operation operation) {
    return switch (operation) {
      case ModelOperation.CreateModel _,
          FieldOperation.AddField _,
          IndexOperation.AddIndex _,
          IndexOperation.AddConstraint _ ->
          '+';
      case ModelOperation.DeleteModel _,
          FieldOperation.RemoveField _,
          IndexOperation.RemoveIndex _,
          IndexOperation.RemoveConstraint _ ->
          '-';
      default -> '~';
    };
  }
}
