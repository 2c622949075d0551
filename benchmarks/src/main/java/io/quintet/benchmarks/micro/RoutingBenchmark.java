package io.quintet.benchmarks.micro;

import io.quintet.http.Response;
import io.quintet.http.routing.Resolution;
import io.quintet.http.routing.Router;
import io.quintet.http.routing.Routes;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Finding a route, and writing an address, among those of twenty apps with five routes each. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class RoutingBenchmark {
  private static final int APPS = 20;

  private final Router router = Router.of(RoutingBenchmark::site);

  private static void site(Routes routes) {
    for (int app = 0; app < APPS; app++) {
      routes.include("app" + app + "/", RoutingBenchmark::app, "app" + app);
    }
  }

  private static void app(Routes routes) {
    routes.path("", request -> Response.empty()).name("index");
    routes.path("<slug:slug>/", (request, slug) -> Response.empty()).name("detail");
    routes.path("<slug:slug>/edit/", (request, slug) -> Response.empty()).name("edit");
    routes
        .path("<int:year>/<int:month>/", (request, year, month) -> Response.empty())
        .name("month");
    routes.path("tags/<slug:tag>/", (request, tag) -> Response.empty()).name("tag");
  }

  /** A route without values. */
  @Benchmark
  public Resolution fixedPath() {
    return router.resolve("/app13/", "GET");
  }

  /** A route with two numbers in its path. */
  @Benchmark
  public Resolution pathWithNumbers() {
    return router.resolve("/app17/2026/11/", "GET");
  }

  /** No route at all. */
  @Benchmark
  public Resolution unknownPath() {
    return router.resolve("/app17/2026/11/25/", "GET");
  }

  /** The address of a route. */
  @Benchmark
  public String reverse() {
    return router.reverse("app17:detail", List.of("a-title"));
  }
}
