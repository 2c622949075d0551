package io.quintet.views;

import io.quintet.templates.Library;
import org.jspecify.annotations.Nullable;

/**
 * Tags and filters that an app gives to the templates of its site.
 *
 * <pre>{@code
 * config.add(Templates.LIBRARIES, TemplateLibrary.named("shop", ShopTags.LIBRARY));
 * }</pre>
 *
 * @param name what templates write in {@code {% load %}}, or null if they need not load it
 * @param library the tags and filters
 */
public record TemplateLibrary(@Nullable String name, Library library) {
  /** A library that templates take in with {@code {% load name %}}. */
  public static TemplateLibrary named(String name, Library library) {
    return new TemplateLibrary(name, library);
  }

  /** A library that every template has. */
  public static TemplateLibrary everywhere(Library library) {
    return new TemplateLibrary(null, library);
  }
}
