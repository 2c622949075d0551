package io.quintet.core.format;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Numbers and dates in form fields that follow a language. */
public final class LocalizedInput {
  private static final ZoneId ANY_ZONE = ZoneId.of("UTC");

  private LocalizedInput() {}

  /**
   * The value as a field shows it: numbers in the language's format, dates as ISO 8601; any other
   * as it is.
   */
  public static @Nullable Object show(
      @Nullable Object value, LocaleFormats formats, boolean grouped) {
    return switch (value) {
      case Number number -> NumberFormat.format(number, formats, grouped);
      case LocalDateTime time -> DateFormat.format(time, "Y-m-d H:i:s", ANY_ZONE);
      case LocalDate date -> DateFormat.format(date, "Y-m-d", ANY_ZONE);
      case LocalTime time -> DateFormat.formatTime(time, "H:i:s", ANY_ZONE);
      case Boolean flag -> flag ? "True" : "False";
      case null, default -> value;
    };
  }

  /**
   * The same for a language: dates as people there type them.
   *
   * @param input the formats of dates and times
   */
  public static @Nullable Object show(
      @Nullable Object value, LocaleFormats formats, boolean grouped, InputFormats input) {
    String time = letters(input.times().getFirst());
    return switch (value) {
      case LocalDateTime moment ->
          DateFormat.format(moment, letters(input.dates().getFirst()) + " " + time, ANY_ZONE);
      case LocalDate date -> DateFormat.format(date, letters(input.dates().getFirst()), ANY_ZONE);
      case LocalTime clock -> DateFormat.formatTime(clock, time, ANY_ZONE);
      case null, default -> show(value, formats, grouped);
    };
  }

  /** A format of directives in the letters of {@link DateFormat}. */
  private static String letters(String directives) {
    return directives.replace("%M", "i").replace("%S", "s").replace("%", "");
  }

  /**
   * What someone typed as a number, with a plain decimal point and without separators of groups.
   */
  public static String read(String text, LocaleFormats formats, boolean grouped) {
    int point =
        formats.decimalSeparator().isEmpty() ? -1 : text.indexOf(formats.decimalSeparator());
    String whole = point < 0 ? text : text.substring(0, point);
    String decimals =
        point < 0 ? "" : "." + text.substring(point + formats.decimalSeparator().length());
    String separator = formats.thousandSeparator();
    if (grouped && !(separator.equals(".") && looksDecimal(whole))) {
      whole =
          whole
              .replace(separator, "")
              .replace(Normalizer.normalize(separator, Normalizer.Form.NFKD), "");
    }
    return whole + decimals;
  }

  private static boolean looksDecimal(String text) {
    int dot = text.indexOf('.');
    return dot >= 0 && dot == text.lastIndexOf('.') && text.length() - dot - 1 != 3;
  }
}
