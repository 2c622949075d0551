package io.quintet.conformance.orm;

import io.quintet.orm.expr.Dates;
import io.quintet.orm.expr.Expression;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the functions of dates in the expressions of cases. */
final class DateReader {
  private DateReader() {}

  /** The expression, or null when the function is none of dates. */
  static @Nullable Expression<?, ?> of(
      ExpressionReader expressions, Map<String, @Nullable Object> object) {
    String name = String.valueOf(object.get("$func"));
    Map<String, @Nullable Object> options = Raw.object(object.get("kwargs"));
    boolean extract = name.startsWith("Extract");
    if (!extract && !name.startsWith("Trunc")) {
      return null;
    }
    Expression<Object, ?> time =
        new Expression<>(expressions.argument(Raw.list(object.get("args")).getFirst()));
    ZoneId zone = options.get("tzinfo") instanceof String text ? ZoneId.of(text) : null;
    String rest = name.substring(extract ? 7 : 5);
    if (rest.isEmpty()) {
      rest = String.valueOf(options.get(extract ? "lookup_name" : "kind"));
    }
    if (extract) {
      Dates.Part part = part(rest);
      return zone == null ? Dates.extract(part, time) : Dates.extract(part, time, zone);
    }
    return switch (rest) {
      case "Date" -> Dates.dateIn(time, zone == null ? ZoneId.of("UTC") : zone);
      case "Time" -> Dates.timeIn(time, zone == null ? ZoneId.of("UTC") : zone);
      default -> trunc(part(rest), time, zone, options.get("output_field"));
    };
  }

  static Expression<?, ?> trunc(
      Dates.Part part, Expression<Object, ?> time, @Nullable ZoneId zone, @Nullable Object output) {
    if (output == null) {
      return zone == null ? Dates.trunc(part, time) : Dates.trunc(part, time, zone);
    }
    Class<?> type =
        switch (String.valueOf(output)) {
          case "date" -> LocalDate.class;
          case "time" -> LocalTime.class;
          default -> Instant.class;
        };
    return zone == null ? Dates.trunc(part, time, type) : Dates.trunc(part, time, type, zone);
  }

  /** {@code IsoWeekDay} or {@code iso_week_day}. */
  static Dates.Part part(String name) {
    String snake = name.replaceAll("(?<=[a-z])(?=[A-Z])", "_");
    return Dates.Part.valueOf(snake.toUpperCase(Locale.ROOT));
  }
}
