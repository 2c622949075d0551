package io.quintet.benchmarks.yardstick;

import io.quintet.http.Request;
import io.quintet.http.Response;
import io.quintet.orm.Db;
import io.quintet.views.Shortcuts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** The endpoints without a model of their own, and those over single rows. */
final class BenchViews {
  private static final int ROWS = 10_000;
  private static final int MOST_QUERIES = 500;

  private BenchViews() {}

  static Response plaintext(Request request) {
    return Response.text("Hello, World!");
  }

  static Response json(Request request) {
    return Response.json(Map.of("message", "Hello, World!"));
  }

  static Response db(Request request) {
    return Response.json(asMap(random()));
  }

  static Response queries(Request request) {
    return Response.json(anyRows(count(request)).stream().map(BenchViews::asMap).toList());
  }

  static Response updates(Request request) {
    int count = count(request);
    List<World> rows =
        Db.onOneConnection(() -> {
          List<World> found = anyRows(count);
          found.forEach(row -> row.randomNumber = randomId());
          World.objects.all().bulkUpdate(found, "randomNumber");
          return found;
        });
    return Response.json(rows.stream().map(BenchViews::asMap).toList());
  }

  static Response fortunes(Request request) {
    List<Fortune> fortunes = new ArrayList<>(Fortune.objects.all().list());
    var added = new Fortune();
    added.message = "Additional fortune added at request time.";
    fortunes.add(added);
    fortunes.sort(Comparator.comparing(fortune -> fortune.message));
    return Shortcuts.render(request, "yardstick/fortunes.html", Map.of("fortunes", fortunes));
  }

  private static List<World> anyRows(int count) {
    return Db.onOneConnection(() -> {
      List<World> rows = new ArrayList<>(count);
      for (int i = 0; i < count; i++) {
        rows.add(random());
      }
      return rows;
    });
  }

  private static World random() {
    return World.objects.getById(randomId());
  }

  private static int randomId() {
    return ThreadLocalRandom.current().nextInt(1, ROWS + 1);
  }

  private static Map<String, Object> asMap(World row) {
    return Map.of("id", row.id, "randomNumber", row.randomNumber);
  }

  private static int count(Request request) {
    try {
      int asked = Integer.parseInt(request.query().get("queries", "1"));
      return Math.clamp(asked, 1, MOST_QUERIES);
    } catch (NumberFormatException e) {
      return 1;
    }
  }
}
