package io.quintet.scaffold;

import io.quintet.core.commands.Command;
import io.quintet.core.commands.CommandContext;
import io.quintet.core.commands.CommandError;
import io.quintet.core.commands.Options;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** {@code startproject}: writes a new project that runs and passes its own test. */
public final class StartProject implements Command {
  private static final String SITE_LINE = "SITE=\"examples/institute\"";
  private static final String MAIN_LINE = "MAIN=\"institute.Institute\"";

  @Override
  public String name() {
    return "startproject";
  }

  @Override
  public String help() {
    return "Writes a new project: a site with accounts, an admin and a test.";
  }

  @Override
  public void options(Options options) {
    options
        .argument("NAME", "The project and its package: lower case letters, digits, underscores.")
        .optionalArgument("FOLDER", "Where to write it; by default a folder of that name.");
  }

  @Override
  public int run(CommandContext context) throws IOException {
    Names names = Names.of(context.argument("NAME"));
    Path folder = Path.of(context.option("FOLDER").orElse(names.name()));
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new CommandError(folder + " is a file; nothing was written.");
    }
    if (Files.isDirectory(folder)) {
      try (var entries = Files.list(folder)) {
        if (entries.findAny().isPresent()) {
          throw new CommandError("The folder " + folder + " is not empty; nothing was written.");
        }
      }
    }
    String main = "src/main/java/" + names.name() + "/" + names.mainClass();
    new Scaffold(
            Map.of(
                "name", names.name(),
                "package", names.name(),
                "path", names.name(),
                "Class", names.mainClass(),
                "version", Versions.QUINTET,
                "junit", Versions.JUNIT))
        .add(folder.resolve("pom.xml"), "project/pom.xml.txt")
        .add(folder.resolve("README.md"), "project/README.md.txt")
        .add(folder.resolve(".gitignore"), "project/gitignore.txt")
        .addText(folder.resolve("manage"), manage(names))
        .add(folder.resolve(main + ".java"), "project/Main.java.txt")
        .add(folder.resolve("src/main/resources/templates/index.html"), "project/index.html.txt")
        .add(
            folder.resolve("src/test/java/" + names.name() + "/" + names.mainClass() + "Test.java"),
            "project/MainTest.java.txt")
        .write();
    context.terminal().success("Wrote the project '" + names.name() + "' to " + folder + ".");
    context.line("Next:  cd " + folder + " && ./manage runserver");
    return 0;
  }

  /** The script of this repository, told where the new site stands. */
  private static String manage(Names names) {
    String script = Scaffold.read("manage");
    if (!script.contains(SITE_LINE) || !script.contains(MAIN_LINE)) {
      throw new IllegalStateException("The script in the jar lacks its two lines for the site");
    }
    return script
        .replace(SITE_LINE, "SITE=\".\"                          ")
        .replace(MAIN_LINE, "MAIN=\"" + names.name() + "." + names.mainClass() + "\"");
  }
}
