package io.quintet.templates;

import java.util.function.BooleanSupplier;

/**
 * The text of a template with where it came from.
 *
 * @param origin what tells this source from others of the same name, such as its file
 * @param text the source
 * @param changed whether the source has changed since; asked in development only
 */
public record TemplateSource(String origin, String text, BooleanSupplier changed) {
  /** A source that never changes. */
  public TemplateSource(String origin, String text) {
    this(origin, text, () -> false);
  }
}
