package io.quintet.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordedCasesTest {
  private static final int KNOWN_FAILURES = 0;

  private static final List<String> WHOLE =
      List.of(
          "templates.json",
          "templates_own.json",
          "filters.json",
          "text.json",
          "dateformat.json",
          "numbers.json",
          "timesince.json",
          "encoding.json",
          "signing.json",
          "querydict.json",
          "urls.json",
          "http.json",
          "csrf.json",
          "multipart.json",
          "dateparse.json",
          "forms_util.json",
          "hashers.json",
          "password_validators.json");

  @Test
  void noMoreCasesFailThanAreKnown() throws IOException {
    Path folder = folder();
    assumeThat(Files.isDirectory(folder))
        .as("conformance data not present (../shared/conformance): skipped")
        .isTrue();
    Report report = Conformance.run(folder);
    System.out.println(report.table(false));
    assertThat(report.passed()).isGreaterThan(6000);
    for (String file : WHOLE) {
      assertThat(report.failed(file)).as(file + "\n" + report.failures()).isZero();
    }
    assertThat(report.failed()).as(report.failures()).isLessThanOrEqualTo(KNOWN_FAILURES);
  }

  /** Beside the checkout, wherever the test is started in it. */
  private static Path folder() {
    Path start = Path.of("").toAbsolutePath();
    for (Path at = start; at != null; at = at.getParent()) {
      Path beside = at.resolve("shared").resolve("conformance");
      if (Files.isDirectory(beside)) {
        return beside;
      }
    }
    return start.resolveSibling("shared").resolve("conformance");
  }
}
