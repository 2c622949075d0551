package io.quintet.benchmarks.yardstick;

import io.quintet.core.App;
import io.quintet.core.AppConfig;
import io.quintet.http.Request;
import io.quintet.http.Response;
import io.quintet.http.Stage;
import io.quintet.http.View;

/**
 * The app of the yardstick's models. It answers /plaintext and /json at the edge, before the
 * middleware that makes sessions and security headers, because the workload asks for that.
 */
final class YardstickApp implements App {
  @Override
  public String label() {
    return "yardstick";
  }

  @Override
  public void configure(AppConfig config) {
    config.add(Stage.MIDDLEWARE, Stage.EDGE.with("bare answers", site -> YardstickApp::bare));
  }

  private static Response bare(Request request, View next) throws Exception {
    return switch (request.path()) {
      case "/plaintext" -> BenchViews.plaintext(request);
      case "/json" -> BenchViews.json(request);
      default -> next.handle(request);
    };
  }
}
