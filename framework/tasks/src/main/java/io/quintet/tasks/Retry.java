package io.quintet.tasks;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/**
 * Whether and when a failed task is run again. A value; each method gives a changed copy.
 *
 * <p>{@code attempts} counts all runs, the first one included. The wait after the n-th failure is
 * {@code first * factor^(n-1)}, at most {@code longest}, then spread by {@code jitter} so that
 * tasks which failed together do not come back together.
 *
 * <pre>{@code
 * Retry.exponential(5)                                 // after about 5 s, 10 s, 20 s, 40 s; then it is dead
 * Retry.fixed(3, Duration.ofMinutes(1)).jitter(0)      // after exactly one minute, twice
 * Retry.exponential(8).unless(IllegalArgumentException.class::isInstance)
 * }</pre>
 *
 * @param attempts how often the task is run at most
 * @param first the wait after the first failure
 * @param factor what each wait is multiplied by to give the next
 * @param longest no wait is longer
 * @param jitter the part of a wait that is random, from 0 (none) to 1 (from nothing to twice as
 *     long)
 * @param worthwhile whether a failure may pass by itself; a task that fails otherwise is dead at
 *     once
 */
public record Retry(
    int attempts,
    Duration first,
    double factor,
    Duration longest,
    double jitter,
    Predicate<Throwable> worthwhile) {

  private static final Duration FIRST = Duration.ofSeconds(5);
  private static final Duration LONGEST = Duration.ofHours(1);
  private static final double JITTER = 0.2;

  /** Checks the numbers. */
  public Retry {
    Objects.requireNonNull(worthwhile);
    require(attempts >= 1, "attempts must be 1 or more but was " + attempts);
    require(!first.isNegative(), "the first wait must not be negative but was " + first);
    require(factor >= 1, "factor must be 1 or more but was " + factor);
    require(
        longest.compareTo(first) >= 0,
        "the longest wait " + longest + " is shorter than the first " + first);
    require(jitter >= 0 && jitter <= 1, "jitter must be from 0 to 1 but was " + jitter);
  }

  /** One attempt: a task that fails is dead. The default. */
  public static Retry none() {
    return fixed(1, Duration.ZERO);
  }

  /** Waits that double, from 5 seconds up to an hour, with 20 percent jitter. */
  public static Retry exponential(int attempts) {
    return new Retry(attempts, FIRST, 2, LONGEST, JITTER, failure -> true);
  }

  /** The same wait each time, with 20 percent jitter. */
  public static Retry fixed(int attempts, Duration wait) {
    return new Retry(attempts, wait, 1, wait, JITTER, failure -> true);
  }

  /** With another wait after the first failure. */
  public Retry first(Duration wait) {
    return new Retry(
        attempts, wait, factor, longest.compareTo(wait) < 0 ? wait : longest, jitter, worthwhile);
  }

  /** With another upper limit of a wait. */
  public Retry longest(Duration limit) {
    return new Retry(attempts, first, factor, limit, jitter, worthwhile);
  }

  /** With another share of randomness, from 0 to 1. */
  public Retry jitter(double share) {
    return new Retry(attempts, first, factor, longest, share, worthwhile);
  }

  /** Only for failures that match; any other is final. */
  public Retry onlyIf(Predicate<Throwable> condition) {
    return new Retry(attempts, first, factor, longest, jitter, worthwhile.and(condition));
  }

  /** Not for failures that match; such a one is final. */
  public Retry unless(Predicate<Throwable> condition) {
    return onlyIf(condition.negate());
  }

  /**
   * How long to wait after a failure, or empty when the task is not to be run again.
   *
   * @param failures how often the task has failed, this time included
   * @param failure what was thrown
   * @param random where the jitter comes from
   */
  public Optional<Duration> waitAfter(int failures, Throwable failure, RandomGenerator random) {
    if (failures >= attempts || !worthwhile.test(failure)) {
      return Optional.empty();
    }
    double millis = Math.min(first.toMillis() * Math.pow(factor, failures - 1), longest.toMillis());
    double spread = 1 + jitter * (2 * random.nextDouble() - 1);
    return Optional.of(
        Duration.ofMillis(Math.round(Math.min(millis * spread, longest.toMillis()))));
  }

  private static void require(boolean condition, String message) {
    if (!condition) {
      throw new IllegalArgumentException("Retry: " + message);
    }
  }
}
