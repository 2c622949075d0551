package io.quintet.templates.values;

import io.quintet.core.format.PlainNumbers;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON for {@code json_script}: ASCII, a space after commas and colons, decimals and dates as text.
 */
public final class PythonJson {
  private static final int MAX_DEPTH = 200;

  private PythonJson() {}

  /**
   * The value as JSON.
   *
   * @throws IllegalArgumentException if a value of some type has no JSON form or lists are nested
   *     too deep
   */
  public static String write(@Nullable Object value) {
    StringBuilder out = new StringBuilder();
    write(value, out, 0);
    return out.toString();
  }

  private static void write(@Nullable Object value, StringBuilder out, int depth) {
    if (depth > MAX_DEPTH) {
      throw new IllegalArgumentException(
          "The value for JSON is nested more than " + MAX_DEPTH + " levels deep.");
    }
    switch (value) {
      case null -> out.append("null");
      case Boolean b -> out.append(b);
      case CharSequence text -> quote(text.toString(), out);
      case BigDecimal d -> quote(d.toString(), out);
      case Double d -> out.append(number(d));
      case Float f -> out.append(number(Double.parseDouble(f.toString())));
      case BigInteger i -> out.append(i);
      case Number n -> out.append(n.longValue());
      case List<?> list -> list(list, out, depth);
      case Map<?, ?> map -> map(map, out, depth);
      case LocalDateTime t -> quote(time(PythonTime.iso(t).replace(' ', 'T')), out);
      case ZonedDateTime t -> quote(aware(t.toOffsetDateTime()), out);
      case OffsetDateTime t -> quote(aware(t), out);
      case Duration d -> quote(duration(d), out);
      case java.time.temporal.Temporal t -> quote(time(PythonText.str(t)), out);
      case java.util.UUID id -> quote(id.toString(), out);
      case Enum<?> e -> quote(e.name(), out);
      case Iterable<?> items -> list(items, out, depth);
      default ->
          throw new IllegalArgumentException(
              "A " + value.getClass().getName() + " has no JSON form.");
    }
  }

  private static String number(double value) {
    return Double.isNaN(value)
        ? "NaN"
        : Double.isInfinite(value)
            ? value > 0 ? "Infinity" : "-Infinity"
            : PlainNumbers.floating(value);
  }

  private static void list(Iterable<?> list, StringBuilder out, int depth) {
    out.append('[');
    for (Iterator<?> i = list.iterator(); i.hasNext(); ) {
      write(i.next(), out, depth + 1);
      out.append(i.hasNext() ? ", " : "");
    }
    out.append(']');
  }

  private static void map(Map<?, ?> map, StringBuilder out, int depth) {
    out.append('{');
    for (Iterator<? extends Map.Entry<?, ?>> i = map.entrySet().iterator(); i.hasNext(); ) {
      Map.Entry<?, ?> entry = i.next();
      quote(key(entry.getKey()), out);
      out.append(": ");
      write(entry.getValue(), out, depth + 1);
      out.append(i.hasNext() ? ", " : "");
    }
    out.append('}');
  }

  private static String key(@Nullable Object key) {
    return switch (key) {
      case null -> "null";
      case Boolean b -> b.toString();
      case Double d -> number(d);
      default -> key.toString();
    };
  }

  private static String aware(OffsetDateTime time) {
    String text =
        time(PythonTime.iso(time.toLocalDateTime()).replace(' ', 'T'))
            + PythonTime.offset(time.getOffset());
    return text.endsWith("+00:00") ? text.substring(0, text.length() - 6) + "Z" : text;
  }

  /** Microseconds are cut to milliseconds. */
  private static String time(String text) {
    int dot = text.indexOf('.');
    return dot < 0 ? text : text.substring(0, dot + 4);
  }

  private static String duration(Duration duration) {
    Duration size = duration.abs();
    int micros = size.getNano() / 1000;
    return (duration.isNegative() ? "-" : "")
        + "P%dDT%02dH%02dM%02d"
            .formatted(
                size.toDays(), size.toHoursPart(), size.toMinutesPart(), size.toSecondsPart())
        + (micros == 0 ? "" : ".%06d".formatted(micros))
        + "S";
  }

  private static void quote(String text, StringBuilder out) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        case '\b' -> out.append("\\b");
        case '\f' -> out.append("\\f");
        default -> {
          if (c < 32 || c > 126) {
            out.append("\\u%04x".formatted((int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }
}
