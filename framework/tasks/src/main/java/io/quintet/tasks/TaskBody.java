package io.quintet.tasks;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a task does, with one argument. The nested types are the kinds of argument whose {@link
 * Codec} {@link Task#named} finds by itself from the method's signature.
 *
 * @param <A> the type of the argument
 */
@FunctionalInterface
public interface TaskBody<A> {

  /** Does the work. What is thrown makes the attempt fail. */
  void run(A argument) throws Exception;

  /** A body that takes nothing. */
  @FunctionalInterface
  interface OfNothing {
    /** Does the work. What is thrown makes the attempt fail. */
    void run() throws Exception;
  }

  /** A body that takes a {@code Long} or {@code long}. */
  @FunctionalInterface
  interface OfLong extends TaskBody<Long> {}

  /** A body that takes a text. */
  @FunctionalInterface
  interface OfText extends TaskBody<String> {}

  /** A body that takes a UUID. */
  @FunctionalInterface
  interface OfUuid extends TaskBody<UUID> {}

  /** A body that takes a boolean. */
  @FunctionalInterface
  interface OfBoolean extends TaskBody<Boolean> {}

  /** A body that takes a decimal number. */
  @FunctionalInterface
  interface OfDecimal extends TaskBody<BigDecimal> {}

  /** A body that takes a date. */
  @FunctionalInterface
  interface OfDate extends TaskBody<LocalDate> {}

  /** A body that takes a moment. */
  @FunctionalInterface
  interface OfInstant extends TaskBody<Instant> {}

  /** A body that takes a JSON object. */
  @FunctionalInterface
  interface OfObject extends TaskBody<Map<String, @Nullable Object>> {}
}
