package io.quintet.conformance;

import io.quintet.core.format.DateFormat;
import java.time.temporal.Temporal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Dates and times by format characters. */
final class DateRunner extends OpRunner {
  DateRunner() {
    op(
        "dateformat",
        input ->
            DateFormat.format(value(input), input.text("format"), input.settings().defaultZone()));
    op(
        "timeformat",
        input ->
            DateFormat.formatTime(
                value(input), input.text("format"), input.settings().defaultZone()));
    op(
        "date_format",
        input ->
            DateFormat.format(
                value(input), pattern(input, "DATE_FORMAT"), input.settings().defaultZone()));
    op(
        "time_format",
        input ->
            DateFormat.formatTime(
                value(input), pattern(input, "TIME_FORMAT"), input.settings().defaultZone()));
  }

  private static Temporal value(Input input) {
    if (input.get("value") instanceof Temporal value) {
      return value;
    }
    throw new IllegalArgumentException("not a date: " + input.get("value"));
  }

  private static String pattern(Input input, String fallback) {
    String name = input.get("format") == null ? fallback : input.text("format");
    @Nullable String pattern = input.settings().formats().named(name);
    return Objects.requireNonNullElse(pattern, name);
  }
}
