package io.quintet.tasks;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The codecs behind the constants of {@link Codec}. */
final class ScalarCodecs {
  private static final int LONGEST_NUMBER = 1000;

  private ScalarCodecs() {}

  static final Codec<Long> LONG =
      scalar(
          value -> value,
          json -> json instanceof Number number ? whole(number, "a whole number of 64 bits") : null,
          "a whole number of 64 bits");

  static final Codec<Integer> INTEGER =
      scalar(
          Integer::longValue,
          json -> json instanceof Number number ? narrow(number) : null,
          "a whole number of 32 bits");

  static final Codec<Double> DOUBLE =
      scalar(
          ScalarCodecs::finite,
          json -> json instanceof Number number ? number.doubleValue() : null,
          "a number");

  static final Codec<BigDecimal> DECIMAL =
      scalar(BigDecimal::toString, ScalarCodecs::decimal, "a decimal number");

  static final Codec<Boolean> BOOLEAN =
      scalar(value -> value, json -> json instanceof Boolean flag ? flag : null, "true or false");

  static final Codec<String> TEXT =
      scalar(value -> value, json -> json instanceof String text ? text : null, "a text");

  static final Codec<UUID> UUID_TEXT = parsed(UUID::toString, UUID::fromString, "a UUID");
  static final Codec<LocalDate> DATE =
      parsed(LocalDate::toString, LocalDate::parse, "an ISO 8601 date");
  static final Codec<LocalDateTime> DATE_TIME =
      parsed(LocalDateTime::toString, LocalDateTime::parse, "an ISO 8601 date and time");
  static final Codec<Instant> INSTANT =
      parsed(Instant::toString, Instant::parse, "an ISO 8601 moment in UTC");
  static final Codec<Duration> DURATION =
      parsed(Duration::toString, Duration::parse, "an ISO 8601 duration");

  static final Codec<Map<String, @Nullable Object>> OBJECT =
      scalar(
          value -> value,
          json -> json instanceof Map<?, ?> map ? ContainerCodecs.stringKeys(map) : null,
          "an object");

  /** A codec whose reader answers null for a JSON value of the wrong kind. */
  private static <T> Codec<T> scalar(
      Function<T, Object> writer, Function<@Nullable Object, @Nullable T> reader, String expected) {
    return new Codec<>() {
      @Override
      public Object write(T value) {
        return writer.apply(value);
      }

      @Override
      public T read(@Nullable Object json) {
        T value = reader.apply(json);
        if (value == null) {
          throw JsonKind.mismatch(expected, json);
        }
        return value;
      }

      @Override
      public String toString() {
        return "codec for " + expected;
      }
    };
  }

  private static <T> Codec<T> parsed(
      Function<T, Object> writer, Function<String, T> parser, String expected) {
    return scalar(
        writer,
        json -> {
          if (!(json instanceof String text)) {
            return null;
          }
          try {
            return parser.apply(text);
          } catch (IllegalArgumentException | DateTimeException e) {
            throw new CodecException("expected " + expected + " but found a text of another form");
          }
        },
        expected);
  }

  private static Long whole(Number number, String expected) {
    return switch (number) {
      case Long l -> l;
      case Integer i -> i.longValue();
      case BigInteger big when big.bitLength() < Long.SIZE -> big.longValue();
      default -> throw new CodecException("expected " + expected + " but found another number");
    };
  }

  private static Integer narrow(Number number) {
    long value = whole(number, "a whole number of 32 bits");
    if (value != (int) value) {
      throw new CodecException("expected a whole number of 32 bits but found a larger one");
    }
    return (int) value;
  }

  private static Object finite(Double value) {
    if (!Double.isFinite(value)) {
      throw new CodecException("JSON has no form for NaN and the infinities");
    }
    return value;
  }

  private static @Nullable BigDecimal decimal(@Nullable Object json) {
    return switch (json) {
      case BigDecimal decimal -> decimal;
      case Long whole -> BigDecimal.valueOf(whole);
      case Integer whole -> BigDecimal.valueOf(whole);
      case BigInteger whole -> new BigDecimal(whole);
      case String text when text.length() <= LONGEST_NUMBER -> parseDecimal(text);
      case null, default -> null;
    };
  }

  private static BigDecimal parseDecimal(String text) {
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException e) {
      throw new CodecException("expected a decimal number but found a text of another form");
    }
  }
}
