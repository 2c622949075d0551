package io.quintet.conformance.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quintet.conformance.Area;
import io.quintet.conformance.Case;
import io.quintet.conformance.Outcome;
import io.quintet.core.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MigrationRunnerTest {
  private final MigrationRunner runner = new MigrationRunner();

  @Test
  void theAutodetectorAsksAndFindsWhatDjangosDoes() throws IOException {
    Path file = Path.of("../../shared/conformance/orm/migrations.json");
    assumeTrue(Files.exists(file), "ORM conformance cases not found at " + file + ", skipped");
    Map<String, Object> content = Notation.object(Json.parse(Files.readString(file)));
    Area area = new Area("orm/migrations.json", "orm migrations", content);
    List<String> failed = new ArrayList<>();
    int passed = 0;
    for (Object entry : Notation.list(content.get("cases"))) {
      Case one = new Case(area, Notation.object(entry));
      switch (runner.run(one)) {
        case Outcome.Passed _ -> passed++;
        case Outcome.Failed wrong ->
            failed.add(
                one.id() + "\nexpected " + wrong.expected() + "\nfound    " + wrong.actual());
        case Outcome.Unsupported left -> failed.add(one.id() + " " + left.reason());
      }
    }
    assertThat(failed).as(String.join("\n", failed)).isEmpty();
    assertThat(passed).isGreaterThanOrEqualTo(85);
  }

  @Test
  void aCaseThatFindsSomethingElseFails() {
    Map<String, Object> data =
        Notation.object(
            Json.parse(
                """
                {"id": "migrations/x", "from": [], "to": [{"app": "shop", "name": "A", "fields": []}],
                 "expected": {"questions": [], "migrations": []}}
                """));
    Case one = new Case(new Area("m", "orm migrations", Map.of()), data);
    assertThat(runner.handles(one)).isTrue();
    assertThat(runner.run(one)).isInstanceOf(Outcome.Failed.class);
  }
}
