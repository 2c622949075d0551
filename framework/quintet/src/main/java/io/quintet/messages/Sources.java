package io.quintet.messages;

import io.quintet.core.SiteContext;
import io.quintet.core.i18n.po.PoEntry;
import io.quintet.core.i18n.po.PoFile;
import io.quintet.templates.TemplateMessages;
import io.quintet.views.Templates;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The templates and Java sources of a site, read for their messages. */
final class Sources {
  private final Path base;
  private final List<PoEntry> found = new ArrayList<>();

  private Sources(Path base) {
    this.base = base;
  }

  /** All messages, each once, in the order of the files. */
  static PoFile messages(SiteContext site) throws IOException {
    Sources sources = new Sources(site.baseDir());
    Set<Path> folders = new LinkedHashSet<>();
    site.settings().get(Templates.DIRS).forEach(dir -> folders.add(site.baseDir().resolve(dir)));
    folders.add(site.baseDir().resolve("src/main/resources/templates"));
    for (Path folder : folders) {
      sources.templates(folder);
    }
    sources.java(site.baseDir().resolve("src/main/java"));
    return PoFile.collected(sources.found);
  }

  private void templates(Path folder) throws IOException {
    for (Path file : files(folder)) {
      try {
        found.addAll(TemplateMessages.of(shown(file), Files.readString(file)));
      } catch (MalformedInputException noText) {
        // A picture or font beside the templates has no messages.
      }
    }
  }

  private void java(Path folder) throws IOException {
    for (Path file : files(folder)) {
      if (file.toString().endsWith(".java")) {
        String text = Files.readString(file);
        if (text.contains("gettext")) {
          found.addAll(JavaMessages.of(shown(file), text));
        }
      }
    }
  }

  private String shown(Path file) {
    return base.relativize(file).toString().replace('\\', '/');
  }

  private static List<Path> files(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
