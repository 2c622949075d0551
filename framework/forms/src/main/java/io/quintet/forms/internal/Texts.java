package io.quintet.forms.internal;

import io.quintet.core.format.Durations;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Small helpers for text. */
public final class Texts {
  private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");

  private Texts() {}

  /** The template with {@code {name}} replaced; unknown names stay as they are. */
  public static String fill(String template, Map<String, Object> params) {
    if (params.isEmpty() || template.indexOf('{') < 0) {
      return template;
    }
    Matcher matcher = PARAMETER.matcher(template);
    StringBuilder out = new StringBuilder(template.length() + 16);
    while (matcher.find()) {
      Object value = params.get(matcher.group(1));
      String text = value == null ? matcher.group() : text(value);
      matcher.appendReplacement(out, Matcher.quoteReplacement(text));
    }
    return matcher.appendTail(out).toString();
  }

  /** How many characters a reader counts: code points, not UTF-16 units. */
  public static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  /** Without white space (of all of Unicode, and ASCII separators) at both ends. */
  public static String strip(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isSpace(text.charAt(start))) {
      start++;
    }
    while (end > start && isSpace(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u0085';
  }

  /** A value as it stands in an HTML attribute or a message. */
  public static String text(Object value) {
    return switch (value) {
      case String text -> text;
      case Enum<?> constant -> constant.name();
      case LocalDateTime time -> time.toLocalDate() + " " + text(time.toLocalTime());
      case LocalTime time -> time(time);
      case Duration duration -> Durations.format(duration);
      case Double number -> floating(number);
      case Float number -> floating(number.doubleValue());
      default -> value.toString();
    };
  }

  private static String time(LocalTime time) {
    String text = "%02d:%02d:%02d".formatted(time.getHour(), time.getMinute(), time.getSecond());
    int micros = time.getNano() / 1000;
    return micros == 0 ? text : text + ".%06d".formatted(micros);
  }

  private static String floating(double number) {
    if (Double.isFinite(number) && Math.abs(number) >= 1e-4 && Math.abs(number) < 1e16) {
      String plain =
          new java.math.BigDecimal(Double.toString(number)).stripTrailingZeros().toPlainString();
      return plain.indexOf('.') < 0 ? plain + ".0" : plain;
    }
    return Double.toString(number);
  }

  /** A name as a label: {@code first_name} becomes {@code First name}. */
  public static String pretty(@Nullable String name) {
    if (name == null || name.isEmpty()) {
      return "";
    }
    String words = name.replace('_', ' ').toLowerCase(java.util.Locale.ROOT);
    int first = words.offsetByCodePoints(0, 1);
    return words.substring(0, first).toUpperCase(java.util.Locale.ROOT) + words.substring(first);
  }
}
