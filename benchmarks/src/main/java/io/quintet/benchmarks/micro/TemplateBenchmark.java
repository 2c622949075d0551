package io.quintet.benchmarks.micro;

import io.quintet.benchmarks.yardstick.Yardstick;
import io.quintet.templates.Engine;
import io.quintet.templates.Loaders;
import io.quintet.templates.Template;
import io.quintet.views.Page;
import io.quintet.views.Paginator;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Rendering the yardstick's page of twenty posts, from maps, without a request or a database. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class TemplateBenchmark {
  private static final int POSTS = 60;
  private static final int PER_PAGE = 20;

  private final Template page =
      Engine.builder()
          .loaders(Loaders.classPath(Yardstick.class.getClassLoader(), "templates"))
          .build()
          .template("yardstick/list.html");
  private final Template greeting =
      Engine.builder()
          .build()
          .fromString("<p>Hello, {{ name }}! You have {{ count }} messages.</p>");
  private final Map<String, Page<Map<String, Object>>> values =
      Map.of(
          "page",
          Paginator.of(
                  IntStream.range(0, POSTS).mapToObj(TemplateBenchmark::post).toList(), PER_PAGE)
              .page(2));

  private static Map<String, Object> post(int number) {
    return Map.of(
        "title", "Post " + number + ": notes & queries",
        "slug", "post-" + number,
        "body", "it's <b>lorem</b> ipsum & dolor sit amet. ".repeat(30),
        "publishedAt", Instant.parse("2026-01-01T12:00:00Z").plusSeconds(number),
        "author", Map.of("name", "Barbara D'Arcy"),
        "category", Map.of("name", "Category 3"),
        "tags", List.of(Map.of("name", "one"), Map.of("name", "two"), Map.of("name", "three")));
  }

  /** A page with a base layout, a loop, a card fragment and filters. */
  @Benchmark
  public String pageOfPosts() {
    return page.render(values);
  }

  /** One line with two values: the fixed costs of a render. */
  @Benchmark
  public String oneLine() {
    return greeting.render(Map.of("name", "Ann <ann@example.org>", "count", 3));
  }
}
