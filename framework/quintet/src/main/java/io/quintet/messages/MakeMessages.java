package io.quintet.messages;

import io.quintet.core.commands.Command;
import io.quintet.core.commands.CommandContext;
import io.quintet.core.commands.Options;
import io.quintet.core.i18n.po.Plurals;
import io.quintet.core.i18n.po.PoEntry;
import io.quintet.core.i18n.po.PoFile;
import io.quintet.core.i18n.po.PoMerge;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** {@code makemessages}: collects what can be translated into the catalogues of languages. */
public final class MakeMessages implements Command {
  private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mmZ");

  @Override
  public String name() {
    return "makemessages";
  }

  @Override
  public String help() {
    return "Collects the messages of templates and Java sources into catalogues for translators.";
  }

  @Override
  public void options(Options options) {
    options
        .arguments(
            "LANGUAGE", "Languages such as de or pt-BR; by default all that have a catalogue.")
        .flag("--check", "Writes nothing; fails when a catalogue is not up to date.")
        .flag(
            "--no-obsolete", "Takes out translations of messages that the sources no longer have.");
  }

  @Override
  public int run(CommandContext context) throws IOException {
    Catalogues catalogues = Catalogues.of(context.site());
    PoFile found = Sources.messages(context.site());
    int stale = 0;
    for (Locale locale : catalogues.languages(context.arguments("LANGUAGE"), name())) {
      Path file = catalogues.file(locale);
      boolean exists = Files.exists(file);
      String before = exists ? Files.readString(file) : "";
      PoFile old = exists ? Catalogues.read(file) : empty(context, locale);
      PoFile merged = PoMerge.merge(old, found, !context.flag("no-obsolete"));
      String after = merged.text();
      if (!after.equals(before)) {
        stale++;
        if (!context.flag("check")) {
          Files.createDirectories(file.getParent());
          Files.writeString(file, after);
        }
      }
      context.line(report(context.site().baseDir().relativize(file), merged));
    }
    if (context.flag("check") && stale > 0) {
      context
          .terminal()
          .error(
              stale
                  + (stale == 1 ? " catalogue is" : " catalogues are")
                  + " not up to date. Write: ./manage makemessages");
      return 1;
    }
    return 0;
  }

  private static String report(Path file, PoFile merged) {
    List<PoEntry> current =
        merged.entries().stream().filter(e -> !e.isHead() && !e.obsolete()).toList();
    long fuzzy = current.stream().filter(PoEntry::isFuzzy).count();
    long translated = current.stream().filter(e -> e.isTranslated() && !e.isFuzzy()).count();
    long obsolete = merged.entries().stream().filter(PoEntry::obsolete).count();
    return "%s: %d messages, %d translated, %d fuzzy, %d missing, %d obsolete"
        .formatted(
            file, current.size(), translated, fuzzy, current.size() - translated - fuzzy, obsolete);
  }

  /** A catalogue with the head that translators' programs expect. */
  private static PoFile empty(CommandContext context, Locale locale) {
    String head =
        """
        Project-Id-Version: %s
        POT-Creation-Date: %s
        Language: %s
        MIME-Version: 1.0
        Content-Type: text/plain; charset=UTF-8
        Content-Transfer-Encoding: 8bit
        Plural-Forms: %s
        """
            .formatted(
                context.site().name(),
                DATE.format(ZonedDateTime.now(context.site().clock())),
                locale.toLanguageTag().replace('-', '_'),
                Plurals.of(locale));
    PoEntry entry = PoEntry.found("", "", "", List.of(), List.of(), List.of());
    return new PoFile(List.of(entry.withTexts(List.of(head))));
  }
}
