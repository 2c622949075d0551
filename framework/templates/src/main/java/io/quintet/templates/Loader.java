package io.quintet.templates;

import java.util.Optional;
import java.util.function.Predicate;

/**
 * Finds the source of a template by its name. {@link Loaders} has those for files, class path and
 * memory.
 */
public interface Loader {
  /**
   * The source of a template, or empty if this loader has none of that name.
   *
   * @param name the name, with {@code /} between folders
   * @param skip origins to pass over: a template that extends one of its own name means another
   *     source
   * @throws java.io.UncheckedIOException if a source exists and cannot be read
   */
  Optional<TemplateSource> load(String name, Predicate<String> skip);

  /** What an error message calls this place. */
  String describe();
}
