package io.quintet.forms.internal;

import static java.util.regex.Pattern.CASE_INSENSITIVE;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A date or time format of {@code %} directives ({@code %Y-%m-%d}), for reading and for writing.
 */
public final class TimeFormat {
  private static final ConcurrentMap<String, TimeFormat> KNOWN = new ConcurrentHashMap<>();
  private static final List<String> MONTHS = names(TextStyle.FULL_STANDALONE);
  private static final List<String> SHORT_MONTHS = names(TextStyle.SHORT_STANDALONE);

  private final String format;
  private final Pattern pattern;
  private final List<Character> directives = new ArrayList<>();

  private TimeFormat(String format) {
    this.format = format;
    StringBuilder regex = new StringBuilder();
    for (int i = 0; i < format.length(); i++) {
      char c = format.charAt(i);
      if (c == '%' && i + 1 < format.length()) {
        regex.append(read(format.charAt(++i)));
      } else if (Character.isWhitespace(c)) {
        regex.append("\\s+");
      } else {
        regex.append(Pattern.quote(String.valueOf(c)));
      }
    }
    this.pattern = Pattern.compile(regex.toString(), CASE_INSENSITIVE);
  }

  /**
   * A format.
   *
   * @throws IllegalArgumentException if it holds a directive that is not known
   */
  public static TimeFormat of(String format) {
    return KNOWN.computeIfAbsent(format, TimeFormat::new);
  }

  private static List<String> names(TextStyle style) {
    return IntStream.rangeClosed(1, 12)
        .mapToObj(month -> java.time.Month.of(month).getDisplayName(style, Locale.US))
        .map(name -> style == TextStyle.FULL_STANDALONE ? name : name.substring(0, 3))
        .toList();
  }

  private String read(char directive) {
    if (directive == '%') {
      return "%";
    }
    directives.add(directive);
    return switch (directive) {
      case 'Y' -> "(\\p{Nd}{4})";
      case 'y', 'j' -> directive == 'y' ? "(\\p{Nd}\\p{Nd})" : unknown(directive);
      case 'm' -> "(1[0-2]|0[1-9]|[1-9])";
      case 'd' -> "(3[0-1]|[1-2]\\p{Nd}|0[1-9]|[1-9]| [1-9])";
      case 'H' -> "(2[0-3]|[0-1]\\p{Nd}|\\p{Nd})";
      case 'I' -> "(1[0-2]|0[1-9]|[1-9])";
      case 'M' -> "([0-5]\\p{Nd}|\\p{Nd})";
      case 'S' -> "(6[0-1]|[0-5]\\p{Nd}|\\p{Nd})";
      case 'f' -> "([0-9]{1,6})";
      case 'p' -> "(am|pm)";
      case 'b' -> SHORT_MONTHS.stream().collect(Collectors.joining("|", "(", ")"));
      case 'B' -> MONTHS.stream().collect(Collectors.joining("|", "(", ")"));
      default -> unknown(directive);
    };
  }

  private static String unknown(char directive) {
    throw new IllegalArgumentException(
        "The date format directive %"
            + directive
            + " is not known; allowed are %Y %y %m %b %B %d %H %I %p %M %S %f and %%");
  }

  /** The moment a text means; parts that the format lacks are those of 1900-01-01 00:00. */
  public @Nullable LocalDateTime parse(String text) {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.matches()) {
      return null;
    }
    int year = 1900;
    int month = 1;
    int day = 1;
    int hour = 0;
    int half = 0;
    int minute = 0;
    int second = 0;
    int micros = 0;
    for (int i = 0; i < directives.size(); i++) {
      String found = matcher.group(i + 1);
      switch (directives.get(i)) {
        case 'Y' -> year = number(found);
        case 'y' -> year = number(found) + (number(found) <= 68 ? 2000 : 1900);
        case 'm' -> month = number(found);
        case 'b' -> month = 1 + index(SHORT_MONTHS, found);
        case 'B' -> month = 1 + index(MONTHS, found);
        case 'd' -> day = number(found.strip());
        case 'H' -> hour = number(found);
        case 'I' -> hour = number(found) % 12;
        case 'p' -> half = found.equalsIgnoreCase("pm") ? 12 : 0;
        case 'M' -> minute = number(found);
        case 'S' -> second = number(found);
        case 'f' -> micros = number((found + "00000").substring(0, 6));
        default -> throw new IllegalStateException("directive " + directives.get(i));
      }
    }
    if (year < 1) {
      return null;
    }
    try {
      return LocalDateTime.of(year, month, day, hour + half, minute, second, micros * 1000);
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static int number(String digits) {
    return Integer.parseInt(digits);
  }

  private static int index(List<String> names, String found) {
    return IntStream.range(0, names.size())
        .filter(i -> names.get(i).equalsIgnoreCase(found))
        .findFirst()
        .orElseThrow();
  }

  /** Whether a value has all that the format writes. */
  public boolean fits(TemporalAccessor value) {
    for (char directive : directives) {
      ChronoField needed =
          "HIMSfp".indexOf(directive) >= 0 ? ChronoField.SECOND_OF_DAY : ChronoField.EPOCH_DAY;
      if (!value.isSupported(needed)) {
        return false;
      }
    }
    return true;
  }

  /** The value in this format. */
  public String format(TemporalAccessor value) {
    LocalDate date =
        value.isSupported(ChronoField.EPOCH_DAY) ? LocalDate.from(value) : LocalDate.of(1900, 1, 1);
    LocalTime time =
        value.isSupported(ChronoField.NANO_OF_DAY) ? LocalTime.from(value) : LocalTime.MIDNIGHT;
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < format.length(); i++) {
      char c = format.charAt(i);
      if (c == '%' && i + 1 < format.length()) {
        out.append(write(format.charAt(++i), date, time));
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }

  private static String write(char directive, LocalDate date, LocalTime time) {
    int clock = time.getHour() % 12;
    return switch (directive) {
      case 'Y' -> "%04d".formatted(date.getYear());
      case 'y' -> "%02d".formatted(date.getYear() % 100);
      case 'm' -> "%02d".formatted(date.getMonthValue());
      case 'b' -> SHORT_MONTHS.get(date.getMonthValue() - 1);
      case 'B' -> MONTHS.get(date.getMonthValue() - 1);
      case 'd' -> "%02d".formatted(date.getDayOfMonth());
      case 'H' -> "%02d".formatted(time.getHour());
      case 'I' -> "%02d".formatted(clock == 0 ? 12 : clock);
      case 'p' -> time.getHour() < 12 ? "AM" : "PM";
      case 'M' -> "%02d".formatted(time.getMinute());
      case 'S' -> "%02d".formatted(time.getSecond());
      case 'f' -> "%06d".formatted(time.getNano() / 1000);
      default -> "%";
    };
  }
}
