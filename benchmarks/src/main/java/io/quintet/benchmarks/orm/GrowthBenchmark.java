package io.quintet.benchmarks.orm;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** How the cost of a result grows with its rows. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
@SuppressWarnings("NullAway.Init") // JMH calls the methods marked with @Setup first
public class GrowthBenchmark {
  /** The database. */
  @Param({"sqlite", "postgresql"})
  public String database = "";

  /** Who does the work. */
  @Param("quintet")
  public String peer = "";

  /** The rows of a result. */
  @Param({"1", "10", "100", "1000", "10000"})
  public int count;

  private BenchmarkDatabase tables;
  private Peer work;

  /** Makes the tables. */
  @Setup
  public void open() throws Exception {
    tables = BenchmarkDatabase.create(database);
    work = Peer.open(peer, tables);
  }

  /** Removes the tables. */
  @TearDown
  public void close() throws Exception {
    work.close();
    tables.close();
  }

  /** Rows of one table. */
  @Benchmark
  public List<?> rows() throws Exception {
    return work.rows(count);
  }
}
