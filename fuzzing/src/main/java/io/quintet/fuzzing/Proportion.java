package io.quintet.fuzzing;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Whether work on hostile text takes time in proportion to its length: 10 kB of a shape, repeated,
 * beside 1 MB of it. A hundred times the text may take a hundred times the processor time, with a
 * wide allowance for caches and compilers; what grows with the square takes ten thousand times.
 *
 * <pre>{@code
 * Proportion.holds("urlize of brackets", "[", text -> Urlizer.create().urlize(text));
 * }</pre>
 */
public final class Proportion {
  private static final int SHORT = 10_000;
  private static final int LONG = 1_000_000;
  private static final int ALLOWED = 12 * (LONG / SHORT);

  /** Below this a clock tells nothing about the shorter text. */
  private static final long LEAST = 1_000_000;

  private static final int TRIES = 3;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private Proportion() {}

  /**
   * Does the work on both lengths, the shorter one more often, to warm up.
   *
   * @param what names the work in the error
   * @param shape what the text repeats
   * @throws AssertionError if the longer text takes more than twelve times its share
   */
  public static void holds(String what, String shape, Consumer<String> work) {
    holds(what, "", shape, "", work);
  }

  /** The same with something before and after the repetitions. */
  public static void holds(
      String what, String before, String shape, String after, Consumer<String> work) {
    holds(what, before, shape, after, work, THREADS::getCurrentThreadCpuTime);
  }

  /** With a clock of nanoseconds. */
  static void holds(
      String what,
      String before,
      String shape,
      String after,
      Consumer<String> work,
      LongSupplier clock) {
    String small = before + shape.repeat(Math.max(1, SHORT / shape.length())) + after;
    String large = before + shape.repeat(Math.max(1, LONG / shape.length())) + after;
    long little = Math.max(LEAST, best(work, small, clock, 0));
    long much = best(work, large, clock, little * ALLOWED);
    if (much >= little * ALLOWED) {
      throw new AssertionError(
          "%s: %,d µs for %,d characters of '%s', but %,d µs for %,d"
              .formatted(
                  what, little / 1_000, small.length(), shape, much / 1_000, large.length()));
    }
  }

  /** The shortest of several times, the first that is short enough, or one that is hopeless. */
  private static long best(Consumer<String> work, String text, LongSupplier clock, long enough) {
    long best = Long.MAX_VALUE;
    boolean open = true;
    for (int i = 0; i < TRIES && open; i++) {
      long start = clock.getAsLong();
      work.accept(text);
      best = Math.min(best, clock.getAsLong() - start);
      open = enough == 0 || best >= enough && best < 4 * enough;
    }
    return best;
  }
}
