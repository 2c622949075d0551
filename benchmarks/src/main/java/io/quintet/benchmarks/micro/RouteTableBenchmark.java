package io.quintet.benchmarks.micro;

import io.quintet.http.Response;
import io.quintet.http.routing.Resolution;
import io.quintet.http.routing.Router;
import io.quintet.http.routing.Routes;
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

/** Whether a look-up costs more the more routes there are: 50 and 5,000, all of them visited. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class RouteTableBenchmark {
  private static final int PATHS = 50;

  /** How many routes. */
  @Param({"50", "5000"})
  public int size;

  private Router router = Router.of(routes -> {});
  private final String[] paths = new String[PATHS];
  private int next;

  /** Routes of five kinds, and as many paths for tables of each size. */
  @Setup
  public void build() {
    router = Router.of(this::table);
    for (int i = 0; i < PATHS; i++) {
      int app = i * (size / PATHS) / 5;
      paths[i] =
          switch (i % 5) {
            case 0 -> "/app" + app + "/";
            case 1 -> "/app" + app + "/a-title/";
            case 2 -> "/app" + app + "/a-title/edit/";
            case 3 -> "/app" + app + "/2026/11/";
            default -> "/app" + app + "/year-2026/";
          };
    }
  }

  private void table(Routes routes) {
    for (int app = 0; app < size / 5; app++) {
      routes.include("app" + app + "/", RouteTableBenchmark::app);
    }
  }

  private static void app(Routes routes) {
    routes.path("", request -> Response.empty());
    routes.rePath("^year-(?P<year>[0-9]{4})/$", (request, year) -> Response.empty());
    routes.path("<slug:slug>/", (request, slug) -> Response.empty());
    routes.path("<slug:slug>/edit/", (request, slug) -> Response.empty());
    routes.path("<int:year>/<int:month>/", (request, year, month) -> Response.empty());
  }

  /** The next of the paths. */
  @Benchmark
  public Resolution resolve() {
    next = next + 1 == PATHS ? 0 : next + 1;
    return router.resolve(paths[next], "GET");
  }
}
