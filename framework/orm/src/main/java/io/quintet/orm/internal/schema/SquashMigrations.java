package io.quintet.orm.internal.schema;

import io.quintet.core.App;
import io.quintet.core.commands.Command;
import io.quintet.core.commands.CommandContext;
import io.quintet.core.commands.Options;
import io.quintet.orm.migrations.Migration;
import io.quintet.orm.migrations.MigrationId;
import io.quintet.orm.migrations.Operation;
import java.nio.file.Path;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** {@code squashmigrations}: makes one migration of many. */
public final class SquashMigrations implements Command {
  @Override
  public String name() {
    return "squashmigrations";
  }

  @Override
  public String help() {
    return "Writes one migration that stands for many of an app.";
  }

  @Override
  public void options(Options options) {
    options
        .argument("APP", "The app.")
        .argument("NAME", "The last one to squash; its beginning is enough.")
        .option("--from", "NAME", "The first one to squash; usually the first of all.")
        .option(
            "--source",
            "DIR",
            "The root of the Java sources; by default src/main/java below the site's folder.");
  }

  @Override
  public int run(CommandContext context) {
    SiteMigrations migrations = SiteMigrations.of(context.site());
    App app = migrations.app(context.argument("APP"));
    MigrationGraph graph = migrations.graph();
    String last = graph.resolve(app.label(), context.argument("NAME")).name();
    String first =
        context.option("from").map(name -> graph.resolve(app.label(), name).name()).orElse("");
    List<PlannedMigration> squashed = new Squash(graph, app.label()).of(first, last);
    Path root = Sources.root(context, app);
    MigrationWriter writer = new MigrationWriter(app.getClass().getPackageName() + ".migrations");
    for (PlannedMigration migration : squashed) {
      String source = writer.source(migration, steps(graph, migration));
      Path file = writer.write(root, migration, source);
      int before =
          migration.replaced().stream().mapToInt(id -> graph.get(id).operations().size()).sum();
      context.line(
          "%s stands for %d migrations: %d operations instead of %d."
              .formatted(
                  Sources.shown(context, file),
                  migration.replaced().size(),
                  migration.operations().size(),
                  before));
    }
    if (squashed.isEmpty()) {
      context.line("Nothing can be squashed: other apps stand between each two of them.");
      return 1;
    }
    context.line(
        "Keep the old ones until every database has them all; then delete them and the lines 'replaces'."
            + (squashed.stream().anyMatch(m -> !steps(graph, m).isEmpty())
                ? " Those whose steps in Java are named by stepOf stay."
                : ""));
    return 0;
  }

  /** The expressions for steps in Java: they stay where a person wrote them. */
  private static Map<Operation, String> steps(MigrationGraph graph, PlannedMigration squashed) {
    Map<Operation, String> steps = new IdentityHashMap<>();
    for (MigrationId id : squashed.replaced()) {
      Migration migration = graph.get(id);
      for (int i = 0; i < migration.operations().size(); i++) {
        if (migration.operations().get(i) instanceof Operation.RunJava step
            && squashed.operations().stream().anyMatch(operation -> operation == step)) {
          steps.put(step, "stepOf(new %s(), %d)".formatted(MigrationWriter.className(id), i));
        }
      }
    }
    return steps;
  }
}
