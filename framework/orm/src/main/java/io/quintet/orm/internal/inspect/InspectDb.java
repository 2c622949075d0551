package io.quintet.orm.internal.inspect;

import io.quintet.core.commands.Command;
import io.quintet.core.commands.CommandContext;
import io.quintet.core.commands.CommandError;
import io.quintet.core.commands.Options;
import io.quintet.orm.Databases;
import io.quintet.orm.Db;
import io.quintet.orm.internal.schema.SqlRunner;
import io.quintet.orm.internal.schema.Vendor;
import io.quintet.orm.meta.Models;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** {@code inspectdb}: writes models for tables that exist. */
public final class InspectDb implements Command {
  @Override
  public String name() {
    return "inspectdb";
  }

  @Override
  public String help() {
    return "Writes models for tables that exist: to read, or into files.";
  }

  @Override
  public void options(Options options) {
    options
        .arguments("TABLE", "Only these tables; * stands for any letters, as in 'shop_*'.")
        .option(
            "--app",
            "LABEL",
            "The app of the models; by default the last part of the package, models skipped.")
        .option("--package", "NAME", "Their package; by default that of the app.")
        .option(
            "--output",
            "DIR",
            "Writes files below this root of sources, for example src/main/java.")
        .option("--database", "ALIAS", Databases.DEFAULT, "Which database.")
        .flag("--include-django", "Also the tables for which auth, sessions and admin have models.")
        .flag("--views", "Also views, as models whose tables migrations leave alone.")
        .flag("--unmanaged", "Migrations shall leave the tables alone.")
        .flag("--force", "Overwrites files without asking.");
  }

  @Override
  public int run(CommandContext context) {
    Selection selection = selection(context);
    String alias = context.option("database").orElse(Databases.DEFAULT);
    Inspection found =
        Db.connection(
            alias,
            connection ->
                Inspector.inspect(
                    Vendor.of(connection),
                    new SqlRunner.Live(connection),
                    selection,
                    Models.all()));
    int code =
        context
            .option("output")
            .map(folder -> write(context, selection, found, folder))
            .orElseGet(() -> print(context, found));
    found.remarks().forEach(remark -> context.terminal().warning("! " + remark));
    if (found.sources().isEmpty()) {
      context
          .terminal()
          .error(
              "No table became a model. The database is %s."
                  .formatted(context.site().service(Databases.SERVICE).address(alias)));
      return 1;
    }
    return code;
  }

  private static Selection selection(CommandContext context) {
    Optional<String> label = context.option("app");
    String javaPackage =
        context
            .option("package")
            .or(() ->
                label.flatMap(context.site()::app).map(app -> app.getClass().getPackageName()))
            .or(() -> label)
            .orElse("legacy");
    requireName("--package", javaPackage, "[a-z_][a-zA-Z0-9_]*(\\.[a-z_][a-zA-Z0-9_]*)*");
    String app = label.orElseGet(() -> Selection.label(javaPackage));
    requireName("--app", app, "[a-z_][a-z0-9_]*");
    return new Selection(
        context.arguments("TABLE"),
        app,
        javaPackage,
        context.flag("include-django"),
        context.flag("views"),
        !context.flag("unmanaged"));
  }

  private static void requireName(String option, String value, String allowed) {
    if (!value.matches(allowed)) {
      throw new CommandError(
          option
              + " takes "
              + (option.equals("--app")
                  ? "lower-case letters, digits and underscores"
                  : "the name of a Java package")
              + ", found '"
              + value
              + "'.",
          2,
          null);
    }
  }

  private static int print(CommandContext context, Inspection found) {
    for (Inspection.Source source : found.sources()) {
      context.line("// " + source.path());
      context.line(source.text());
    }
    return 0;
  }

  private static int write(
      CommandContext context, Selection selection, Inspection found, String folder) {
    Path root = context.site().baseDir().resolve(folder);
    int kept = 0;
    for (Inspection.Source source : found.sources()) {
      Path file = root.resolve(source.path());
      if (Files.exists(file) && !mayOverwrite(context, file)) {
        context.terminal().warning("Kept: " + file + " exists; --force overwrites it.");
        kept++;
      } else {
        write(context, file, source.text());
      }
    }
    if (!found.sources().isEmpty()) {
      boolean installed = context.site().app(selection.app()).isPresent();
      Inspection.Source app = AppSource.of(selection);
      if (!installed && !Files.exists(root.resolve(app.path()))) {
        write(context, root.resolve(app.path()), app.text());
      }
      sayWhatNext(context, selection, installed ? "" : app.javaPackage() + "." + app.name());
    }
    return kept == 0 ? 0 : 1;
  }

  private static void write(CommandContext context, Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new CommandError("A model cannot be written to " + file + ": " + e, 1, e);
    }
    context.line("Written: " + file);
  }

  private static boolean mayOverwrite(CommandContext context, Path file) {
    return context.flag("force") || context.terminal().confirm("Overwrite " + file + "?");
  }

  /**
   * @param app the class of an app that the site has not installed, or empty
   */
  private static void sayWhatNext(CommandContext context, Selection selection, String app) {
    context.line("\nNext:");
    context.line(
        "  - Read the models, above all onDelete: what becomes of a row when the one it points to is deleted.");
    if (!app.isEmpty()) {
      context.line("  - Install the app in the class of the site: .apps(..., new " + app + "())");
    }
    context.line("Then:  ./manage makemigrations " + selection.app());
    context.line("       ./manage migrate --fake-initial");
  }
}
