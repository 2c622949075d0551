package io.quintet.core.format;

import java.util.Locale;
import java.util.Map;

/** The formats by language code. */
final class LocaleTable {
  private static final Map<String, LocaleFormats> TABLE =
      Map.of("en", LocaleFormats.DEFAULT.numbers(".", ",", 3));

  private LocaleTable() {}

  static LocaleFormats of(String language) {
    String code = language.toLowerCase(Locale.ROOT).replace('_', '-');
    while (true) {
      LocaleFormats formats = TABLE.get(code);
      if (formats != null) {
        return formats;
      }
      int dash = code.lastIndexOf('-');
      if (dash < 0) {
        return LocaleFormats.DEFAULT;
      }
      code = code.substring(0, dash);
    }
  }
}
