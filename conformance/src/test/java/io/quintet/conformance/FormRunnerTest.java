package io.quintet.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quintet.core.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormRunnerTest {
  @ParameterizedTest
  @CsvSource({
    "form_fields, 1898, 15",
    "form_rendering, 840, 4",
    "form_widgets, 316, 7",
    "validators, 428, 4"
  })
  void formsDoWhatDjangosDo(String area, int leastPassed, int mostFailed) throws IOException {
    Path file = Path.of("../../shared/conformance", area + ".json");
    assumeTrue(Files.exists(file), "conformance data not present (../shared/conformance): skipped");
    Map<String, Object> content = Cases.object(Json.parse(Files.readString(file)));
    Area read = new Area(file.getFileName().toString(), area, content);
    FormRunner runner = new FormRunner();
    int passed = 0;
    List<String> failed = new ArrayList<>();
    for (Object entry : (List<?>) content.get("cases")) {
      Case one = new Case(read, Cases.object(entry));
      switch (runner.run(one)) {
        case Outcome.Passed ok -> passed++;
        case Outcome.Failed wrong ->
            failed.add(one.id() + ": expected " + wrong.expected() + ", got " + wrong.actual());
        case Outcome.Unsupported left -> {}
      }
    }
    assertThat(failed).hasSizeLessThanOrEqualTo(mostFailed);
    assertThat(passed).isGreaterThanOrEqualTo(leastPassed);
  }
}
