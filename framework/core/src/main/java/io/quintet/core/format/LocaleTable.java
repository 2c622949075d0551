package io.quintet.core.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** The formats by language code. */
final class LocaleTable {
  private static final Map<String, LocaleFormats> TABLE = read();

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

  private static Map<String, LocaleFormats> read() {
    try (InputStream stream =
        Objects.requireNonNull(LocaleTable.class.getResourceAsStream("locales.txt"))) {
      Map<String, LocaleFormats> table = new HashMap<>();
      String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      text.lines()
          .filter(line -> !line.startsWith("#") && !line.isEmpty())
          .map(line -> line.split("\\|", -1))
          .forEach(parts -> table.put(parts[0], formats(parts)));
      return table;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static LocaleFormats formats(String[] parts) {
    LocaleFormats other = LocaleFormats.DEFAULT;
    return new LocaleFormats(
        part(parts[1], other.date()),
        part(parts[2], other.time()),
        part(parts[3], other.dateTime()),
        part(parts[4], other.yearMonth()),
        part(parts[5], other.monthDay()),
        part(parts[6], other.shortDate()),
        part(parts[7], other.shortDateTime()),
        part(parts[8], other.decimalSeparator()),
        part(parts[9], other.thousandSeparator()).replace('~', '\u00a0'),
        parts[10].equals("-") ? new int[0] : new int[] {Integer.parseInt(parts[10])});
  }

  private static String part(String text, String fallback) {
    return text.equals("-") ? fallback : text;
  }
}
