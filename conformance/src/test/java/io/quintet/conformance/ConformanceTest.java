package io.quintet.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConformanceTest {
  @TempDir Path folder;

  private Report run(String cases) throws IOException {
    Files.writeString(
        folder.resolve("text.json"),
        "{\"area\": \"text\", \"baseline\": {}, \"clock\": \"2026-03-15T12:30:45+00:00\", \"cases\": ["
            + cases
            + "]}");
    return Conformance.run(folder);
  }

  @Test
  void aCaseThatGivesTheRecordedOutputPasses() throws IOException {
    Report report =
        run(
            "{\"id\": \"a\", \"op\": \"slugify\", \"input\": {\"value\": \"A b\"}, \"expected\": {\"output\": \"a-b\"}}");
    assertThat(report.table(false)).endsWith("1 passed, 0 failed, 0 unsupported\n");
  }

  @Test
  void aCaseThatGivesAnotherOutputFailsAndIsNamed() throws IOException {
    Report report =
        run(
            "{\"id\": \"b\", \"op\": \"slugify\", \"input\": {\"value\": \"A b\"}, \"expected\": {\"output\": \"A b\"}}");
    assertThat(report.failures()).isEqualTo("text.json\tb\n");
    assertThat(report.table(true))
        .contains("text.json\tb\n    expected 'A b'\n    actual   'a-b'\n")
        .endsWith("0 passed, 1 failed, 0 unsupported\n");
  }

  @Test
  void aPlainStringIsNotASafeOne() throws IOException {
    Report report =
        run(
            "{\"id\": \"c\", \"op\": \"escape\", \"input\": {\"text\": \"<\"}, \"expected\": {\"output\": \"&lt;\"}}");
    assertThat(report.failed()).isEqualTo(1);
  }

  @Test
  void anOperationWithoutARunnerIsUnsupportedAndSaysWhy() throws IOException {
    Report report =
        run("{\"id\": \"d\", \"op\": \"brew\", \"input\": {}, \"expected\": {\"output\": 1}}");
    assertThat(report.table(false))
        .contains("     1 unsupported: not built yet: op brew\n")
        .endsWith("0 passed, 0 failed, 1 unsupported\n");
  }

  @Test
  void theExitStatusTellsWhetherCasesFailed() throws IOException {
    run(
        "{\"id\": \"b\", \"op\": \"slugify\", \"input\": {\"value\": \"A b\"}, \"expected\": {\"output\": \"A b\"}}");
    Path failures = folder.resolve("out").resolve("failures.txt");
    assertThat(CommandLine.run(new String[] {folder.toString(), "--failures", failures.toString()}))
        .isEqualTo(1);
    assertThat(failures).hasContent("text.json\tb");
    assertThat(CommandLine.run(new String[] {folder.resolve("missing").toString()})).isEqualTo(2);
  }
}
