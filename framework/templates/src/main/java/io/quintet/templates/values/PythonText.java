package io.quintet.templates.values;

import io.quintet.core.format.PlainNumbers;
import io.quintet.core.text.HtmlValue;
import io.quintet.templates.Tuple;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Values as the text that Python's {@code str} and {@code repr} give. */
public final class PythonText {
  private PythonText() {}

  /** As {@code str} gives it. */
  public static String str(@Nullable Object value) {
    return switch (value) {
      case HtmlValue html -> html.html();
      case CharSequence text -> text.toString();
      case BigDecimal d -> d.toString();
      case UUID id -> id.toString();
      case LocalDateTime t -> PythonTime.iso(t);
      case ZonedDateTime t ->
          PythonTime.iso(t.toLocalDateTime()) + PythonTime.offset(t.getOffset());
      case OffsetDateTime t ->
          PythonTime.iso(t.toLocalDateTime()) + PythonTime.offset(t.getOffset());
      case LocalDate d -> d.toString();
      case LocalTime t -> PythonTime.iso(t);
      case Duration d -> PythonTime.duration(d);
      case ZoneId zone -> PythonTime.zone(zone);
      case null, default -> repr(value);
    };
  }

  /** As {@code repr} gives it. */
  public static String repr(@Nullable Object value) {
    return switch (value) {
      case null -> "None";
      case Boolean b -> b ? "True" : "False";
      case CharSequence text -> quote(text.toString());
      case Double d -> PlainNumbers.floating(d);
      case Float f -> PlainNumbers.floating(Double.parseDouble(f.toString()));
      case BigDecimal d -> "Decimal('" + d + "')";
      case UUID id -> "UUID('" + id + "')";
      case PythonValue p -> p.pythonRepr();
      case Tuple tuple -> tuple(tuple);
      case List<?> list -> elements(list, "[", "]");
      case Set<?> set -> set.isEmpty() ? "set()" : elements(set, "{", "}");
      case Map<?, ?> map -> map(map);
      case Optional<?> o -> repr(o.orElse(null));
      case byte[] bytes ->
          "b" + quote(new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1));
      case LocalDateTime t -> PythonTime.repr(t, null);
      case ZonedDateTime t -> PythonTime.repr(t.toLocalDateTime(), t.getZone());
      case OffsetDateTime t -> PythonTime.repr(t.toLocalDateTime(), t.getOffset());
      case LocalDate d ->
          "datetime.date(%d, %d, %d)".formatted(d.getYear(), d.getMonthValue(), d.getDayOfMonth());
      case LocalTime t -> PythonTime.repr(t);
      case Duration d -> PythonTime.repr(d);
      default -> value.toString();
    };
  }

  /** As {@link #repr}, everything outside ASCII as an escape. */
  static String ascii(@Nullable Object value) {
    String text = repr(value);
    if (text.chars().allMatch(c -> c < 128)) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints()
        .forEach(c -> {
          if (c < 128) {
            out.append((char) c);
          } else {
            escape(out, c);
          }
        });
    return out.toString();
  }

  private static String elements(Iterable<?> elements, String open, String close) {
    StringBuilder out = new StringBuilder(open);
    for (Iterator<?> i = elements.iterator(); i.hasNext(); ) {
      out.append(repr(i.next())).append(i.hasNext() ? ", " : "");
    }
    return out.append(close).toString();
  }

  private static String tuple(Tuple tuple) {
    if (tuple.names().isEmpty()) {
      return elements(tuple, "(", tuple.size() == 1 ? ",)" : ")");
    }
    StringBuilder out = new StringBuilder(tuple.name()).append("(");
    for (int i = 0; i < tuple.size(); i++) {
      out.append(i > 0 ? ", " : "")
          .append(tuple.names().get(i))
          .append("=")
          .append(repr(tuple.get(i)));
    }
    return out.append(")").toString();
  }

  private static String map(Map<?, ?> map) {
    StringBuilder out = new StringBuilder("{");
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      out.append(out.length() > 1 ? ", " : "")
          .append(repr(entry.getKey()))
          .append(": ")
          .append(repr(entry.getValue()));
    }
    return out.append("}").toString();
  }

  /** Text in quotes as {@code repr} writes it. */
  public static String quote(String text) {
    char quote = text.indexOf('\'') >= 0 && text.indexOf('"') < 0 ? '"' : '\'';
    StringBuilder out = new StringBuilder(text.length() + 2).append(quote);
    text.codePoints().forEach(c -> quoteCharacter(out, c, quote));
    return out.append(quote).toString();
  }

  private static void quoteCharacter(StringBuilder out, int c, char quote) {
    switch (c) {
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      case '\\' -> out.append("\\\\");
      default -> {
        if (c == quote) {
          out.append('\\').append(quote);
        } else if (isPrintable(c)) {
          out.appendCodePoint(c);
        } else {
          escape(out, c);
        }
      }
    }
  }

  private static void escape(StringBuilder out, int c) {
    String form = c < 0x100 ? "\\x%02x" : c < 0x10000 ? "\\u%04x" : "\\U%08x";
    out.append(form.formatted(c));
  }

  private static boolean isPrintable(int c) {
    return c == ' '
        || switch (Character.getType(c)) {
          case Character.CONTROL,
              Character.FORMAT,
              Character.SURROGATE,
              Character.PRIVATE_USE,
              Character.UNASSIGNED,
              Character.LINE_SEPARATOR,
              Character.PARAGRAPH_SEPARATOR,
              Character.SPACE_SEPARATOR ->
              false;
          default -> true;
        };
  }
}
