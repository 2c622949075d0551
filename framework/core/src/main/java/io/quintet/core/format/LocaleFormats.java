package io.quintet.core.format;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How a language writes dates and numbers. Date and time patterns are in the characters of {@link
 * DateFormat}.
 *
 * @param grouping sizes of the groups of digits from the right, empty for none
 */
public record LocaleFormats(
    String date,
    String time,
    String dateTime,
    String yearMonth,
    String monthDay,
    String shortDate,
    String shortDateTime,
    String decimalSeparator,
    String thousandSeparator,
    int[] grouping) {

  /** What is used for a language that has no formats of its own. */
  public static final LocaleFormats DEFAULT =
      new LocaleFormats(
          "N j, Y", "P", "N j, Y, P", "F Y", "F j", "m/d/Y", "m/d/Y P", ".", ",", new int[0]);

  /** The formats of a language; those of the language alone when the region has none. */
  public static LocaleFormats of(Locale locale) {
    return LocaleTable.of(locale.toLanguageTag());
  }

  /** The formats of a language code such as {@code en-gb}. */
  public static LocaleFormats of(String language) {
    return LocaleTable.of(language);
  }

  /**
   * The pattern that a name such as {@code SHORT_DATE_FORMAT} stands for, or null if it is no such
   * name.
   */
  public @Nullable String named(String name) {
    return switch (name) {
      case "DATE_FORMAT" -> date;
      case "TIME_FORMAT" -> time;
      case "DATETIME_FORMAT" -> dateTime;
      case "YEAR_MONTH_FORMAT" -> yearMonth;
      case "MONTH_DAY_FORMAT" -> monthDay;
      case "SHORT_DATE_FORMAT" -> shortDate;
      case "SHORT_DATETIME_FORMAT" -> shortDateTime;
      default -> null;
    };
  }

  /** The same with other number formats. */
  public LocaleFormats numbers(String decimal, String thousand, int... groups) {
    return new LocaleFormats(
        date,
        time,
        dateTime,
        yearMonth,
        monthDay,
        shortDate,
        shortDateTime,
        decimal,
        thousand,
        groups);
  }
}
