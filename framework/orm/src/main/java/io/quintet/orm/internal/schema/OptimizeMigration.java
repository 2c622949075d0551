package io.quintet.orm.internal.schema;

import io.quintet.core.App;
import io.quintet.core.commands.Command;
import io.quintet.core.commands.CommandContext;
import io.quintet.core.commands.CommandError;
import io.quintet.core.commands.Options;
import io.quintet.orm.migrations.Migration;
import io.quintet.orm.migrations.MigrationId;
import io.quintet.orm.migrations.Operation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** {@code optimizemigration}: makes the operations of a migration fewer. */
public final class OptimizeMigration implements Command {
  @Override
  public String name() {
    return "optimizemigration";
  }

  @Override
  public String help() {
    return "Rewrites a migration with fewer operations that do the same.";
  }

  @Override
  public void options(Options options) {
    options
        .argument("APP", "The app.")
        .argument("NAME", "The migration; its beginning is enough.")
        .flag("--check", "Writes nothing; fails when it can be made shorter.")
        .option(
            "--source",
            "DIR",
            "The root of the Java sources; by default src/main/java below the site's folder.");
  }

  @Override
  public int run(CommandContext context) {
    SiteMigrations migrations = SiteMigrations.of(context.site());
    App app = migrations.app(context.argument("APP"));
    MigrationId id = migrations.graph().resolve(app.label(), context.argument("NAME"));
    Migration migration = migrations.graph().get(id);
    List<Operation> fewer = Optimizer.optimize(migration.operations(), app.label());
    int before = migration.operations().size();
    if (fewer.size() == before) {
      context.line("%s cannot be made shorter: %d operations.".formatted(id, before));
      return 0;
    }
    if (context.flag("check")) {
      context.line(
          "%s can be made shorter: %d operations instead of %d."
              .formatted(id, fewer.size(), before));
      return 1;
    }
    if (fewer.stream().anyMatch(Operation.RunJava.class::isInstance)) {
      throw new CommandError(
          "%s has a step in Java, which a program cannot write anew: take the operations before and after it together by hand."
              .formatted(id));
    }
    MigrationWriter writer = new MigrationWriter(app.getClass().getPackageName() + ".migrations");
    Path file = writer.file(Sources.root(context, app), id);
    PlannedMigration planned =
        new PlannedMigration(id, migration.dependencies(), fewer, migration.replaced());
    try {
      Files.writeString(file, writer.source(planned));
    } catch (IOException e) {
      throw new CommandError(id + " cannot be written to " + file + ": " + e);
    }
    context.line(
        "%s: %d operations instead of %d. Read what was written before you commit it."
            .formatted(Sources.shown(context, file), fewer.size(), before));
    return 0;
  }
}
