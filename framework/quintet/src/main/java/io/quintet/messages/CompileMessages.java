package io.quintet.messages;

import io.quintet.core.commands.Command;
import io.quintet.core.commands.CommandContext;
import io.quintet.core.commands.Options;
import io.quintet.core.i18n.po.PoCheck;
import io.quintet.core.i18n.po.PoFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * {@code compilemessages}: checks the catalogues and writes them in the form for programs, for
 * those who share the folder with other software; the site itself reads the text.
 */
public final class CompileMessages implements Command {
  @Override
  public String name() {
    return "compilemessages";
  }

  @Override
  public String help() {
    return "Checks the catalogues of translations and writes their binary form.";
  }

  @Override
  public void options(Options options) {
    options
        .arguments(
            "LANGUAGE", "Languages such as de or pt-BR; by default all that have a catalogue.")
        .flag("--check", "Writes nothing; only looks for mistakes.");
  }

  @Override
  public int run(CommandContext context) throws IOException {
    Catalogues catalogues = Catalogues.of(context.site());
    int mistakes = 0;
    for (Locale locale : catalogues.languages(context.arguments("LANGUAGE"), "makemessages")) {
      Path file = catalogues.file(locale);
      Path shown = context.site().baseDir().relativize(file);
      PoFile catalogue = Catalogues.read(file);
      List<String> problems = PoCheck.of(catalogue);
      problems.forEach(problem -> context.terminal().error(shown + ": " + problem + "."));
      mistakes += problems.size();
      if (problems.isEmpty() && !context.flag("check")) {
        Path binary = file.resolveSibling("django.mo");
        Files.write(binary, catalogue.binary());
        context.line(context.site().baseDir().relativize(binary) + " written.");
      }
    }
    return mistakes == 0 ? 0 : 1;
  }
}
