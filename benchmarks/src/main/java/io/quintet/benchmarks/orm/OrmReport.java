package io.quintet.benchmarks.orm;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Measures the peers beside each other: in each of some rounds every peer in turn, a fresh JVM for
 * each, so that a change of the machine's mood meets them all; prints ratios to hand-written JDBC.
 */
public final class OrmReport {
  private static final int ROUNDS = 2;
  private static final List<String> UNITS =
      List.of(
          "byKey", "rows1000", "joined1000", "related50", "insertOne", "insert1000", "updateOne");
  private static final List<String> PEERS =
      List.of("jdbc", "quintet", "hibernate", "ebean", "jooq");
  private static final List<String> COUNTS = List.of("1", "10", "100", "1000", "10000");

  private record Cost(double micros, double bytes) {}

  private OrmReport() {}

  /**
   * Measures and prints.
   *
   * @param args {@code sqlite} or {@code postgresql}, then units of work; all when none is named;
   *     {@code growth} for the cost of a row in results of 1 to 10,000 rows
   */
  public static void main(String[] args) throws RunnerException {
    if (args.length == 0) {
      throw new IllegalArgumentException("Name the database: sqlite or postgresql.");
    }
    List<String> asked = List.of(args).subList(1, args.length);
    if (asked.equals(List.of("growth"))) {
      growth(args[0]);
    } else {
      units(args[0], asked.isEmpty() ? UNITS : asked);
    }
  }

  private static void units(String database, List<String> units) throws RunnerException {
    System.out.printf("%-12s %-10s", database, "");
    PEERS.forEach(peer -> System.out.printf("%12s", peer));
    System.out.println();
    for (String unit : units) {
      Map<String, Cost> costs =
          measure(OrmBenchmark.class.getSimpleName() + "." + unit + "$", database, "peer", PEERS);
      Cost jdbc = costs.getOrDefault("jdbc", new Cost(Double.NaN, Double.NaN));
      line(unit, "us", costs, cost -> "%.1f".formatted(cost.micros()));
      line("", "to jdbc", costs, cost -> "%.2f".formatted(jdbc.micros() / cost.micros()));
      line("", "bytes", costs, cost -> "%,.0f".formatted(cost.bytes()));
    }
  }

  private static void line(
      String unit,
      String what,
      Map<String, Cost> costs,
      java.util.function.Function<Cost, String> show) {
    System.out.printf("%-12s %-10s", unit, what);
    PEERS.forEach(peer ->
        System.out.printf(
            "%12s", costs.containsKey(peer) ? show.apply(costs.get(peer)) : "failed"));
    System.out.println();
  }

  private static void growth(String database) throws RunnerException {
    System.out.printf("%-12s%12s%16s%16s%n", database, "rows", "us for a row", "bytes for a row");
    Map<String, Cost> costs =
        measure(GrowthBenchmark.class.getSimpleName() + ".rows$", database, "count", COUNTS);
    costs.forEach((count, cost) -> {
      int rows = Integer.parseInt(count);
      System.out.printf(
          "%-12s%12d%16.3f%16.0f%n", "", rows, cost.micros() / rows, cost.bytes() / rows);
    });
  }

  /** The mean cost of one unit for each value of a parameter, over all rounds. */
  private static Map<String, Cost> measure(
      String include, String database, String parameter, List<String> values)
      throws RunnerException {
    Map<String, List<Cost>> found = new LinkedHashMap<>();
    for (int round = 0; round < ROUNDS; round++) {
      var options =
          new OptionsBuilder()
              .include(include)
              .param("database", database)
              .param(parameter, values.toArray(String[]::new))
              .forks(1)
              .jvmArgsAppend("-Dorg.jooq.no-logo=true", "-Dorg.jooq.no-tips=true")
              .warmupIterations(3)
              .warmupTime(TimeValue.milliseconds(800))
              .measurementIterations(3)
              .measurementTime(TimeValue.milliseconds(700))
              .addProfiler(GCProfiler.class)
              .verbosity(VerboseMode.SILENT)
              .build();
      for (RunResult result : new Runner(options).run()) {
        found
            .computeIfAbsent(result.getParams().getParam(parameter), v -> new ArrayList<>())
            .add(cost(result));
      }
    }
    Map<String, Cost> means = new LinkedHashMap<>();
    found.forEach((value, costs) ->
        means.put(
            value,
            new Cost(
                costs.stream().mapToDouble(Cost::micros).average().orElseThrow(),
                costs.stream().mapToDouble(Cost::bytes).average().orElseThrow())));
    return means;
  }

  private static Cost cost(RunResult result) {
    var allocated = result.getSecondaryResults().get("gc.alloc.rate.norm");
    if (allocated == null) {
      throw new IllegalStateException("JMH gave no allocation: the profiler gc did not run");
    }
    return new Cost(result.getPrimaryResult().getScore(), allocated.getScore());
  }
}
