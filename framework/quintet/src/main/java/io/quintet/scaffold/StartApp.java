package io.quintet.scaffold;

import io.quintet.core.SiteContext;
import io.quintet.core.commands.Command;
import io.quintet.core.commands.CommandContext;
import io.quintet.core.commands.CommandError;
import io.quintet.core.commands.Options;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** {@code startapp}: writes an app with a model, pages, an admin and a test. */
public final class StartApp implements Command {
  @Override
  public String name() {
    return "startapp";
  }

  @Override
  public String help() {
    return "Writes a new app: a model, two pages, its admin and a test.";
  }

  @Override
  public void options(Options options) {
    options.argument("NAME", "The app and its package: lower case letters, digits, underscores.");
  }

  @Override
  public int run(CommandContext context) throws IOException {
    Names names = Names.of(context.argument("NAME"));
    SiteContext site = context.site();
    if (site.app(names.name()).isPresent()) {
      throw new CommandError(
          "This site has an app '" + names.name() + "' already: choose another name.");
    }
    String parent = Names.of(site.name()).name();
    String packageName = parent + "." + names.name();
    Path base = site.baseDir();
    String code = "src/main/java/" + packageName.replace('.', '/') + "/";
    String pages = "src/main/resources/templates/" + names.name() + "/";
    new Scaffold(
            Map.of(
                "package", packageName,
                "label", names.name(),
                "Class", names.className(),
                "Model", names.modelName(),
                "model", names.modelVariable()))
        .add(base.resolve(code + names.className() + "App.java"), "app/App.java.txt")
        .add(base.resolve(code + names.modelName() + ".java"), "app/Model.java.txt")
        .add(base.resolve(code + names.className() + "Urls.java"), "app/Urls.java.txt")
        .add(base.resolve(pages + "list.html"), "app/list.html.txt")
        .add(base.resolve(pages + "detail.html"), "app/detail.html.txt")
        .add(
            base.resolve(
                "src/test/java/"
                    + packageName.replace('.', '/')
                    + "/"
                    + names.className()
                    + "Test.java"),
            "app/Test.java.txt")
        .write();
    context
        .terminal()
        .success("Wrote the app '" + names.name() + "' (package " + packageName + ").");
    context.line("Next, in the class of the site (with import " + packageName + ".*):");
    context.line("  1. Install it in the site: .apps(..., new " + names.className() + "App())");
    context.line(
        "  2. Give it an address:      routes.include(\""
            + names.name()
            + "/\", "
            + names.className()
            + "Urls::define, \""
            + names.name()
            + "\");");
    context.line("Then:  ./manage makemigrations " + names.name() + " && ./manage migrate");
    return 0;
  }
}
