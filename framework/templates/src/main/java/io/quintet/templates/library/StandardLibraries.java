package io.quintet.templates.library;

import io.quintet.templates.Library;
import java.util.List;
import java.util.Map;

/** Everything that an engine has from the start. */
public final class StandardLibraries {
  private StandardLibraries() {}

  /** Libraries that every template has. */
  public static List<Library> builtins() {
    return List.of(
        ValueTags.library(),
        OutsideTags.library(),
        TextFilters.library(),
        HtmlFilters.library(),
        ListFilters.library(),
        NumberFilters.library(),
        DateFilters.library());
  }

  /** Libraries to load by name. */
  public static Map<String, Library> named() {
    return Map.of("cache", CacheTag.library());
  }
}
