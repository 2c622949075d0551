package io.quintet.forms.internal;

import io.quintet.core.format.InputFormats;
import io.quintet.core.i18n.Locales;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Dates and times as people and browsers send them. */
public final class Moments {
  /** Formats of days. */
  public static final List<TimeFormat> DATES =
      formats(
          "%Y-%m-%d",
          "%m/%d/%Y",
          "%m/%d/%y",
          "%b %d %Y",
          "%b %d, %Y",
          "%d %b %Y",
          "%d %b, %Y",
          "%B %d %Y",
          "%B %d, %Y",
          "%d %B %Y",
          "%d %B, %Y");

  /** Formats of times of day. */
  public static final List<TimeFormat> TIMES = formats("%H:%M:%S", "%H:%M:%S.%f", "%H:%M");

  /** Formats of days with times of day, then of days alone. */
  public static final List<TimeFormat> DATE_TIMES =
      Stream.concat(
              formats(
                  "%Y-%m-%d %H:%M:%S",
                  "%Y-%m-%d %H:%M:%S.%f",
                  "%Y-%m-%d %H:%M",
                  "%m/%d/%Y %H:%M:%S",
                  "%m/%d/%Y %H:%M:%S.%f",
                  "%m/%d/%Y %H:%M",
                  "%m/%d/%y %H:%M:%S",
                  "%m/%d/%y %H:%M:%S.%f",
                  "%m/%d/%y %H:%M")
                  .stream(),
              DATES.stream())
          .toList();

  private static final Pattern ISO =
      Pattern.compile(
          "(\\d{4})(?:-(\\d{1,2})-(\\d{1,2})|(\\d\\d)(\\d\\d))"
              + "(?:[Tt ](\\d{1,2})(?::?(\\d{1,2})(?::?(\\d{1,2})(?:[.,](\\d{1,6})\\d{0,6})?)?)?"
              + "\\s*(Z|z|[+-]\\d{2}(?::?\\d{2})?)?)?");

  private static final List<TimeFormat> ISO_DATES = formats("%Y-%m-%d");
  private static final List<TimeFormat> ISO_DATE_TIMES =
      formats("%Y-%m-%d %H:%M:%S", "%Y-%m-%d %H:%M:%S.%f", "%Y-%m-%d %H:%M", "%Y-%m-%d");

  private Moments() {}

  /** Formats of days in the current language. */
  public static List<TimeFormat> dates() {
    return inLanguage(InputFormats::dates, ISO_DATES, DATES);
  }

  /** Formats of times of day in the current language. */
  public static List<TimeFormat> times() {
    return inLanguage(InputFormats::times, TIMES, TIMES);
  }

  /** Formats of days with times of day in the current language, then of days alone. */
  public static List<TimeFormat> dateTimes() {
    return inLanguage(InputFormats::dateTimes, ISO_DATE_TIMES, DATE_TIMES);
  }

  private static List<TimeFormat> inLanguage(
      Function<InputFormats, List<String>> part, List<TimeFormat> iso, List<TimeFormat> other) {
    return InputFormats.of(Locales.current())
        .map(formats ->
            Stream.concat(part.apply(formats).stream().map(TimeFormat::of), iso.stream()).toList())
        .orElse(other);
  }

  private static List<TimeFormat> formats(String... formats) {
    return Stream.of(formats).map(TimeFormat::of).toList();
  }

  /** What the first format that fits gives, or null. */
  public static @Nullable LocalDateTime first(List<TimeFormat> formats, String text) {
    for (TimeFormat format : formats) {
      LocalDateTime found = format.parse(text);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  /**
   * A day with a time of day, by ISO 8601 or one of the formats.
   *
   * @return LocalDateTime, OffsetDateTime if an offset was given, or null if the text is neither
   */
  public static @Nullable Object dateTime(Object raw, List<TimeFormat> formats) {
    String text = Texts.strip(Texts.text(raw));
    Matcher iso = ISO.matcher(text);
    return iso.matches() ? iso(iso) : first(formats, text);
  }

  private static @Nullable Object iso(Matcher found) {
    try {
      boolean dashes = found.group(2) != null;
      String fraction = found.group(9) == null ? "0" : (found.group(9) + "00000").substring(0, 6);
      LocalDateTime time =
          LocalDateTime.of(
              number(found.group(1)),
              number(found.group(dashes ? 2 : 4)),
              number(found.group(dashes ? 3 : 5)),
              number(found.group(6)),
              number(found.group(7)),
              number(found.group(8)),
              number(fraction) * 1000);
      if (time.getYear() < 1) {
        return null;
      }
      String zone = found.group(10);
      return zone == null ? time : OffsetDateTime.of(time, offset(zone));
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static int number(@Nullable String digits) {
    return digits == null ? 0 : Integer.parseInt(digits);
  }

  private static ZoneOffset offset(String text) {
    return text.equalsIgnoreCase("z") ? ZoneOffset.UTC : ZoneOffset.of(text);
  }
}
