package io.quintet.http.staticfiles;

import io.quintet.core.SiteContext;
import io.quintet.core.commands.Command;
import io.quintet.core.commands.CommandContext;
import io.quintet.core.commands.CommandError;
import io.quintet.http.HttpSettings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Copies every static file, by plain and by hashed name, into one folder for a web server in front.
 */
public final class CollectStaticCommand implements Command {
  @Override
  public String name() {
    return "collectstatic";
  }

  @Override
  public String help() {
    return "Copies all static files into the folder of http.static-root, for a web server in front.";
  }

  @Override
  public int run(CommandContext context) {
    SiteContext site = context.site();
    Path root = site.baseDir().resolve(site.setting(HttpSettings.STATIC_ROOT)).normalize();
    int count = 0;
    try {
      for (StaticFile file : site.service(StaticFiles.SERVICE).all()) {
        copy(file, root.resolve(file.name()));
        copy(file, root.resolve(StaticManifest.withHash(file.name(), StaticManifest.hash(file))));
        count++;
      }
    } catch (IOException e) {
      throw new CommandError(
          "The static files cannot be written to " + root + ": " + e.getMessage(), e);
    }
    context.line(
        "%d static files copied to %s, each by its plain and its hashed name"
            .formatted(count, root));
    return 0;
  }

  private static void copy(StaticFile file, Path target) throws IOException {
    Files.createDirectories(target.getParent());
    Path part = Files.createTempFile(target.getParent(), ".collect", ".part");
    try (InputStream in = file.open()) {
      Files.copy(in, part, StandardCopyOption.REPLACE_EXISTING);
    }
    Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
  }
}
