package io.quintet.tasks;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How a value of one type is written into a task message and read back: plain JSON on the wire, the
 * declared type on both ends, and no class names in between.
 *
 * <pre>{@code
 * record Invite(long booking, String email) {}
 *
 * static final Codec<Invite> INVITE = Codec.record(
 *     invite -> Map.of("booking", invite.booking(), "email", invite.email()),
 *     fields -> new Invite(fields.get("booking", Codec.LONG), fields.get("email", Codec.TEXT)));
 * }</pre>
 *
 * @param <T> the Java type; its values are never null
 */
public interface Codec<T> {

  /** A whole number of 64 bits. */
  Codec<Long> LONG = ScalarCodecs.LONG;

  /** A whole number of 32 bits. */
  Codec<Integer> INTEGER = ScalarCodecs.INTEGER;

  /** A floating point number; NaN and the infinities are refused. */
  Codec<Double> DOUBLE = ScalarCodecs.DOUBLE;

  /** A decimal number, written as text so that no digit is lost. */
  Codec<BigDecimal> DECIMAL = ScalarCodecs.DECIMAL;

  /** True or false. */
  Codec<Boolean> BOOLEAN = ScalarCodecs.BOOLEAN;

  /** A text. */
  Codec<String> TEXT = ScalarCodecs.TEXT;

  /** A UUID, written as text. */
  Codec<UUID> UUID = ScalarCodecs.UUID_TEXT;

  /** A date, written as ISO 8601 text. */
  Codec<LocalDate> DATE = ScalarCodecs.DATE;

  /** A date and time without a zone, written as ISO 8601 text. */
  Codec<LocalDateTime> DATE_TIME = ScalarCodecs.DATE_TIME;

  /** A moment, written as ISO 8601 text in UTC. */
  Codec<Instant> INSTANT = ScalarCodecs.INSTANT;

  /** A length of time, written as ISO 8601 text. */
  Codec<Duration> DURATION = ScalarCodecs.DURATION;

  /**
   * A JSON object as it is: texts, {@code Long}, {@code BigDecimal}, {@code Boolean}, lists and
   * maps of these.
   */
  Codec<Map<String, @Nullable Object>> OBJECT = ScalarCodecs.OBJECT;

  /**
   * The JSON value for a Java value: a text, number, boolean, null, or a list or map of these.
   *
   * @throws CodecException if the value has no JSON form
   */
  @Nullable Object write(T value);

  /**
   * The Java value for a JSON value.
   *
   * @throws CodecException if the JSON value is of another kind
   */
  T read(@Nullable Object json);

  /** A codec for lists. */
  static <T> Codec<List<T>> list(Codec<T> element) {
    return new ContainerCodecs.ListCodec<>(element);
  }

  /** A codec for maps from text to one type of value. */
  static <T> Codec<Map<String, T>> map(Codec<T> value) {
    return new ContainerCodecs.MapCodec<>(value);
  }

  /** A codec for a value that may be absent, written as null. */
  static <T> Codec<Optional<T>> optional(Codec<T> value) {
    return new ContainerCodecs.OptionalCodec<>(value);
  }

  /** A codec for an enum, written by the constants' names: {@code Codec.oneOf(Status.values())}. */
  static <E extends Enum<E>> Codec<E> oneOf(E[] constants) {
    return new ContainerCodecs.EnumCodec<>(List.of(constants));
  }

  /**
   * A codec for a type that has a form in another: {@code Codec.TEXT.as(URI::toString,
   * URI::create)}.
   */
  default <U> Codec<U> as(Function<U, T> write, Function<T, U> read) {
    return new ContainerCodecs.MappedCodec<>(this, write, read);
  }

  /** A codec for a record or any object with named parts. */
  static <T> Codec<T> record(Function<T, Map<String, ?>> write, Function<Fields, T> read) {
    return new ContainerCodecs.RecordCodec<>(write, read);
  }
}
