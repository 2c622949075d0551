package io.quintet.benchmarks.micro;

import static io.quintet.benchmarks.yardstick.QPost.post;

import io.quintet.benchmarks.yardstick.Post;
import io.quintet.benchmarks.yardstick.World;
import io.quintet.orm.QuerySet;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Building queries, and reading rows from an SQLite file that the system keeps in memory. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class QueryBenchmark {
  private static final int PER_PAGE = 20;

  private final SampleBlog blog = SampleBlog.create();

  /** Removes the database. */
  @TearDown
  public void close() {
    blog.close();
  }

  private static QuerySet<Post> page() {
    return Post.objects
        .filter(post.title.startswith("Post"), post.author().name.ne("nobody"))
        .selectRelated(post.author(), post.category())
        .prefetchRelated(post.tags())
        .orderBy(post.publishedAt.desc(), post.id.desc())
        .limit(PER_PAGE);
  }

  /** The SQL of a query over three tables; nothing is read. */
  @Benchmark
  public String buildSql() throws Exception {
    return blog.site().call(() -> page().sql());
  }

  /** Twenty posts with author and category in one statement, their tags in a second. */
  @Benchmark
  public List<Post> pageOfPosts() throws Exception {
    return blog.site().call(() -> page().list());
  }

  /** One row of two columns by its key. */
  @Benchmark
  public World rowByKey() throws Exception {
    int key = ThreadLocalRandom.current().nextInt(1, SampleBlog.WORLDS + 1);
    return blog.site().call(() -> World.objects.getById(key));
  }

  /** A thousand rows of two columns. */
  @Benchmark
  public List<World> thousandRows() throws Exception {
    return blog.site().call(() -> World.objects.all().list());
  }
}
