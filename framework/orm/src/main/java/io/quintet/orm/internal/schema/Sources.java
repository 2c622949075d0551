package io.quintet.orm.internal.schema;

import io.quintet.core.App;
import io.quintet.core.commands.CommandContext;
import io.quintet.core.commands.CommandError;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the Java sources of an app are. */
final class Sources {
  private Sources() {}

  /** The root below which the app's package is. */
  static Path root(CommandContext context, App app) {
    Path base = context.site().baseDir();
    Path root = base.resolve(context.option("source").orElse("src/main/java"));
    Path folder = root.resolve(app.getClass().getPackageName().replace('.', '/'));
    if (!Files.isDirectory(folder)) {
      throw new CommandError(
          "The sources of app '%s' (package %s) are not below %s. Its migrations belong to its own project; say --source DIR if they are elsewhere."
              .formatted(app.label(), app.getClass().getPackageName(), root));
    }
    return root;
  }

  /** A file as seen from the site's folder. */
  static String shown(CommandContext context, Path file) {
    Path base = context.site().baseDir();
    return file.startsWith(base) ? base.relativize(file).toString() : file.toString();
  }
}
