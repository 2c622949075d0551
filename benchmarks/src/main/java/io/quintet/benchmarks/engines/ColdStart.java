package io.quintet.benchmarks.engines;

import java.util.ArrayList;
import java.util.List;

/**
 * What a template costs before it is warm: the time of the first page in a fresh virtual machine,
 * the engine and its classes included, and the memory that an engine with one template keeps.
 * Prints one line; run it once for each engine.
 */
public final class ColdStart {
  private static final int COPIES = 50;
  private static final double NANOS_PER_MILLI = 1e6;

  private ColdStart() {}

  /** Takes the name of an engine and of a page. */
  public static void main(String[] arguments) throws InterruptedException {
    Pages page = Pages.valueOf(arguments[1]);
    long start = System.nanoTime();
    Subject first = Subject.of(arguments[0], page);
    long compiled = System.nanoTime();
    int size = first.render().length;
    long rendered = System.nanoTime();
    List<Subject> kept = new ArrayList<>();
    long before = used();
    for (int i = 0; i < COPIES; i++) {
      Subject subject = Subject.of(arguments[0], page);
      if (subject.render().length != size) {
        throw new IllegalStateException("The page changed its size.");
      }
      kept.add(subject);
    }
    long bytes = (used() - before) / kept.size();
    System.out.printf(
        "%-14s %-9s compile %8.1f ms, first page %8.1f ms, memory %6d kB%n",
        arguments[0],
        page,
        (compiled - start) / NANOS_PER_MILLI,
        (rendered - compiled) / NANOS_PER_MILLI,
        bytes / 1024);
  }

  private static long used() throws InterruptedException {
    Runtime runtime = Runtime.getRuntime();
    for (int i = 0; i < 3; i++) {
      System.gc();
      Thread.sleep(50);
    }
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
