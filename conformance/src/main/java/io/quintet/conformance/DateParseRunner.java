package io.quintet.conformance;

import io.quintet.core.format.DateText;
import io.quintet.core.format.Durations;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Objects;

/** Dates, times and durations as text. */
final class DateParseRunner extends OpRunner {
  DateParseRunner() {
    op("parse_date", input -> DateText.date(input.text("value")).orElse(null));
    op("parse_time", input -> DateText.time(input.text("value")).orElse(null));
    op("parse_datetime", input -> DateText.dateTime(input.text("value")).orElse(null));
    op("parse_duration", input -> Durations.parse(input.text("value")));
    op("duration_string", input -> Durations.format(duration(input, "duration")));
    op("duration_iso_string", input -> Durations.formatIso(duration(input, "duration")));
    op("duration_microseconds", input -> micros(duration(input, "delta")));
  }

  private static Duration duration(Input input, String name) {
    Object text = Cases.object(input.one().object("input").get(name)).get("v");
    if (String.valueOf(text).matches("-?\\d+\\.\\d{1,5}")) {
      throw new Expected.Unsupported(
          "cannot apply to Java: a length of time that was recorded without the zeros of its fraction");
    }
    return (Duration) Objects.requireNonNull(input.get(name));
  }

  private static Object micros(Duration duration) {
    BigInteger micros =
        BigInteger.valueOf(duration.getSeconds())
            .multiply(BigInteger.valueOf(1_000_000))
            .add(BigInteger.valueOf(duration.getNano() / 1000));
    return micros.bitLength() < 64 ? micros.longValue() : micros;
  }
}
