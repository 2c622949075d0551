package io.quintet.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts outcomes. */
public final class Report {
  private final Map<String, int[]> areas = new TreeMap<>();
  private final Map<String, Integer> reasons = new TreeMap<>();
  private final List<String> failures = new ArrayList<>();
  private final List<String> details = new ArrayList<>();

  void add(Case one, Outcome outcome) {
    int[] counts = areas.computeIfAbsent(one.area().file(), name -> new int[3]);
    switch (outcome) {
      case Outcome.Passed passed -> counts[0]++;
      case Outcome.Failed failed -> {
        counts[1]++;
        failures.add(one.area().file() + "\t" + one.id());
        details.add(
            one.area().file()
                + "\t"
                + one.id()
                + "\n    expected "
                + failed.expected()
                + "\n    actual   "
                + failed.actual());
      }
      case Outcome.Unsupported unsupported -> {
        counts[2]++;
        reasons.merge(unsupported.reason(), 1, Integer::sum);
      }
    }
  }

  private int sum(int index) {
    return areas.values().stream().mapToInt(counts -> counts[index]).sum();
  }

  /** How many cases passed. */
  public int passed() {
    return sum(0);
  }

  /** How many failed. */
  public int failed() {
    return sum(1);
  }

  /** How many could not be run. */
  public int unsupported() {
    return sum(2);
  }

  /** How many failed in a file. */
  public int failed(String file) {
    return areas.getOrDefault(file, new int[3])[1];
  }

  /** The failed cases, one a line. */
  public String failures() {
    return failures.isEmpty() ? "" : String.join("\n", failures) + "\n";
  }

  /** What is printed: a line a file, the reasons for what was not run, and the sum. */
  public String table(boolean verbose) {
    StringBuilder out = new StringBuilder();
    if (verbose) {
      details.forEach(detail -> out.append(detail).append('\n'));
    }
    areas.forEach((file, counts) ->
        out.append(
            "%-30s %6d passed %6d failed %6d unsupported%n"
                .formatted(file, counts[0], counts[1], counts[2])));
    reasons.forEach(
        (reason, count) -> out.append("%6d unsupported: %s%n".formatted(count, reason)));
    return out.append(
            "%d passed, %d failed, %d unsupported%n".formatted(passed(), failed(), unsupported()))
        .toString();
  }
}
