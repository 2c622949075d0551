package io.quintet.processor.template;

import io.quintet.templates.Loader;
import io.quintet.templates.TemplateSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.annotation.processing.Filer;
import javax.tools.StandardLocation;

/** Finds templates among the resources of the compilation and of the libraries it uses. */
final class Sources implements Loader {
  private static final List<StandardLocation> PLACES =
      List.of(
          StandardLocation.CLASS_OUTPUT, StandardLocation.SOURCE_PATH, StandardLocation.CLASS_PATH);

  private final Filer filer;
  private final String folder;

  Sources(Filer filer, String folder) {
    this.filer = filer;
    this.folder = folder.isEmpty() || folder.endsWith("/") ? folder : folder + "/";
  }

  @Override
  public Optional<TemplateSource> load(String name, Predicate<String> skip) {
    for (StandardLocation place : PLACES) {
      String origin = place + ":" + folder + name;
      if (skip.test(origin)) {
        continue;
      }
      try {
        CharSequence text = filer.getResource(place, "", folder + name).getCharContent(true);
        return Optional.of(new TemplateSource(origin, text.toString()));
      } catch (IOException | IllegalArgumentException | UnsupportedOperationException missing) {
        // Looked for in the next place; the engine reports a template that is nowhere.
      }
    }
    return Optional.empty();
  }

  @Override
  public String describe() {
    return "the resources below " + (folder.isEmpty() ? "the root" : folder);
  }

  /** The names of the project's own templates, as far as they are files. */
  Set<String> names() {
    Set<String> names = new TreeSet<>();
    try {
      Path root =
          Path.of(filer.getResource(StandardLocation.CLASS_OUTPUT, "", folder + "x").toUri())
              .getParent();
      if (root != null && Files.isDirectory(root)) {
        try (Stream<Path> files = Files.walk(root)) {
          files
              .filter(file -> Files.isRegularFile(file) && !file.toString().endsWith(".class"))
              .forEach(file -> names.add(root.relativize(file).toString().replace('\\', '/')));
        }
      }
    } catch (IOException | UncheckedIOException | IllegalArgumentException notFiles) {
      return names;
    }
    return names;
  }
}
