package io.quintet.benchmarks.engines;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;

/**
 * The processor time that one thread takes for a page, which other work on the machine disturbs
 * less than the time on the clock. Prints one line; run it once for each engine and page.
 */
public final class ProcessorTime {
  private static final long WARM_UP = 2_000_000_000L;
  private static final long ROUND = 200_000_000L;
  private static final int ROUNDS = 9;
  private static final int PAGES = 50;
  private static final double NANOS_PER_MICRO = 1e3;

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final Subject subject;
  private long bytes;

  private ProcessorTime(Subject subject) {
    this.subject = subject;
  }

  /** Takes the name of an engine and of a page. */
  public static void main(String[] arguments) {
    Pages page = Pages.valueOf(arguments[1]);
    ProcessorTime time = new ProcessorTime(Subject.of(arguments[0], page));
    time.of(WARM_UP);
    double[] micros = new double[ROUNDS];
    for (int i = 0; i < ROUNDS; i++) {
      micros[i] = time.of(ROUND);
    }
    Arrays.sort(micros);
    System.out.printf(
        "%-9s %-14s fastest %9.2f us, median %9.2f us, %d bytes in all%n",
        page, arguments[0], micros[0], micros[ROUNDS / 2], time.bytes);
  }

  /** Renders for so long; gives microseconds for one page. */
  private double of(long nanos) {
    long start = threads.getCurrentThreadCpuTime();
    long pages = 0;
    long taken;
    do {
      for (int i = 0; i < PAGES; i++) {
        bytes += subject.render().length;
      }
      pages += PAGES;
      taken = threads.getCurrentThreadCpuTime() - start;
    } while (taken < nanos);
    return taken / NANOS_PER_MICRO / pages;
  }
}
