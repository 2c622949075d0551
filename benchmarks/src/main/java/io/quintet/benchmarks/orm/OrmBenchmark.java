package io.quintet.benchmarks.orm;

import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** The same seven units of work by each peer on each database. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
@SuppressWarnings("NullAway.Init") // JMH calls the methods marked with @Setup first
public class OrmBenchmark {
  private static final int MANY = 1_000;
  private static final int PAGE = 50;

  /** The database. */
  @Param({"sqlite", "postgresql"})
  public String database = "";

  /** Who does the work. */
  @Param({"jdbc", "quintet", "hibernate", "ebean", "jooq"})
  public String peer = "";

  private BenchmarkDatabase tables;
  private Peer work;
  private long inserted = BenchmarkDatabase.POSTS;

  /** Makes the tables. */
  @Setup
  public void open() throws Exception {
    tables = BenchmarkDatabase.create(database);
    work = Peer.open(peer, tables);
    EqualWork.check(work, tables);
  }

  /** Each iteration starts with the same rows. */
  @Setup(Level.Iteration)
  public void removeInserted() throws Exception {
    tables.removeInserted();
  }

  /** Removes the tables. */
  @TearDown
  public void close() throws Exception {
    work.close();
    tables.close();
  }

  private static long anyKey() {
    return ThreadLocalRandom.current().nextLong(1, BenchmarkDatabase.POSTS + 1);
  }

  /** One row by its key. */
  @Benchmark
  public Object byKey() throws Exception {
    return work.byKey(anyKey());
  }

  /** A thousand rows of one table. */
  @Benchmark
  public List<?> rows1000() throws Exception {
    return work.rows(MANY);
  }

  /** A thousand rows, each with a row of another table. */
  @Benchmark
  public List<?> joined1000() throws Exception {
    return work.joined(MANY);
  }

  /** Fifty rows, each with two rows of other tables and three of a third. */
  @Benchmark
  public List<?> related50() throws Exception {
    return work.related(PAGE);
  }

  /** One row inserted, its key read back. */
  @Benchmark
  public long insertOne() throws Exception {
    return work.insert(NewPost.numbered(++inserted));
  }

  /** A thousand rows inserted in one transaction, their keys read back. */
  @Benchmark
  public List<Long> insert1000() throws Exception {
    long from = inserted;
    inserted += MANY;
    return work.insertAll(
        LongStream.rangeClosed(from + 1, from + MANY).mapToObj(NewPost::numbered).toList());
  }

  /** One row read and its title changed, in one transaction. */
  @Benchmark
  public int updateOne() throws Exception {
    return work.update(anyKey(), "Changed " + ThreadLocalRandom.current().nextInt());
  }
}
