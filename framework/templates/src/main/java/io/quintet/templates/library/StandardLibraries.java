package io.quintet.templates.library;

import io.quintet.templates.Library;
import java.util.List;
import java.util.Map;

/** Everything that an engine has from the start. */
public final class StandardLibraries {
  private static final List<Library> BUILTINS =
      List.of(
          ValueTags.library(),
          OutsideTags.library(),
          QueryStringTag.library(),
          TextFilters.library(),
          HtmlFilters.library(),
          ListFilters.library(),
          NumberFilters.library(),
          DateFilters.library());
  private static final Map<String, Library> NAMED =
      Map.of(
          "i18n", Translations.library(),
          "l10n", FormatTags.library(),
          "tz", ZoneTags.library(),
          "static", StaticTags.library(),
          "cache", CacheTags.library(),
          "humanize", HumanizeFilters.library(),
          "components", ComponentTags.library());

  private StandardLibraries() {}

  /** Libraries that every template has. */
  public static List<Library> builtins() {
    return BUILTINS;
  }

  /** Libraries to load by name. */
  public static Map<String, Library> named() {
    return NAMED;
  }
}
