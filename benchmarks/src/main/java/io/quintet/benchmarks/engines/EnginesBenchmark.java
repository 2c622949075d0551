package io.quintet.benchmarks.engines;

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
import org.openjdk.jmh.annotations.Warmup;

/** The time to render a page to UTF-8 bytes, escaping on. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class EnginesBenchmark {
  /** The engine. */
  @Param({
    "quintet-typed",
    "quintet",
    "jte",
    "rocker",
    "jstachio",
    "pebble",
    "freemarker",
    "thymeleaf",
    "qute"
  })
  public String engine = "quintet";

  /** The page. */
  @Param public Pages page = Pages.STOCKS;

  private Subject subject = () -> new byte[0];

  /** Compiles the templates. */
  @Setup
  public void compile() {
    subject = Subject.of(engine, page);
  }

  /** One page. */
  @Benchmark
  public byte[] bytes() {
    return subject.render();
  }
}
