package io.quintet.messages;

import io.quintet.core.SiteContext;
import io.quintet.core.commands.CommandError;
import io.quintet.core.i18n.po.PoFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The catalogues of a site's own sources. */
record Catalogues(Path folder) {
  private static final String RESOURCES = "src/main/resources";
  private static final Path FILE = Path.of("LC_MESSAGES", "django.po");

  /**
   * Beside the sources' resources, so that they go along with the program, else in {@code locale}.
   */
  static Catalogues of(SiteContext site) {
    Path resources = site.baseDir().resolve(RESOURCES);
    return new Catalogues(
        (Files.isDirectory(resources) ? resources : site.baseDir()).resolve("locale"));
  }

  /** The languages that have a catalogue. */
  List<String> languages() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(entry -> Files.isRegularFile(entry.resolve(FILE)))
          .map(entry -> entry.getFileName().toString().replace('_', '-'))
          .sorted()
          .toList();
    }
  }

  /** The languages that a command was given, else all that have a catalogue. */
  List<Locale> languages(List<String> given, String command) throws IOException {
    List<Locale> locales = new ArrayList<>();
    for (String tag : given.isEmpty() ? languages() : given) {
      Locale locale = Locale.forLanguageTag(tag.replace('_', '-'));
      if (locale.getLanguage().isEmpty()) {
        throw new CommandError(
            "'" + tag + "' is not a language: write a code such as de or pt-BR.", 2, null);
      }
      locales.add(locale);
    }
    if (locales.isEmpty()) {
      throw new CommandError(
          "There is no catalogue in " + folder + ". Say which language: " + command + " de.",
          2,
          null);
    }
    return locales;
  }

  Path file(Locale locale) {
    return folder.resolve(locale.toLanguageTag().replace('-', '_')).resolve(FILE);
  }

  static PoFile read(Path file) throws IOException {
    try {
      return PoFile.parse(file.toString(), Files.readString(file));
    } catch (IllegalArgumentException e) {
      throw new CommandError(String.valueOf(e.getMessage()), 1, e);
    }
  }
}
