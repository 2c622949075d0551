package io.quintet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each test that {@code docs/security.md} names is there, and each row says how it stands. */
class SecurityTableTest {
  private static final Path ROOT = Path.of("../..");
  private static final Pattern ROW = Pattern.compile("^\\| (\\d+) \\| (.*) \\| (.*) \\| (.*) \\|$");
  private static final Pattern NAMED = Pattern.compile("`(\\w+)#(\\w+)`");
  private static final int LAST_ROW = 143;

  private record Row(int number, String shape, String promise, String tests) {}

  private static List<Row> rows() throws IOException {
    List<Row> rows = new ArrayList<>();
    for (String line : Files.readAllLines(ROOT.resolve("docs/security.md"))) {
      Matcher row = ROW.matcher(line);
      if (row.matches()) {
        rows.add(
            new Row(
                Integer.parseInt(row.group(1)), row.group(2), row.group(3), row.group(4).strip()));
      }
    }
    return rows;
  }

  /** The sources of all tests by the name of the class. */
  private static Map<String, String> testSources() throws IOException {
    Map<String, String> sources = new HashMap<>();
    for (String folder : List.of("framework", "integrations", "examples", "e2e")) {
      try (Stream<Path> files = Files.walk(ROOT.resolve(folder))) {
        for (Path file : files.filter(path -> path.toString().contains("src/test/java")).toList()) {
          String name = file.getFileName().toString();
          if (name.endsWith(".java")) {
            sources.merge(name.replace(".java", ""), Files.readString(file), String::concat);
          }
        }
      }
    }
    return sources;
  }

  @Test
  void everyTestOfTheTableIsThere() throws IOException {
    Map<String, String> sources = testSources();
    List<String> missing = new ArrayList<>();
    int named = 0;
    for (Row row : rows()) {
      Matcher test = NAMED.matcher(row.tests());
      while (test.find()) {
        named++;
        String source = sources.getOrDefault(test.group(1), "");
        if (!source.contains("void " + test.group(2) + "(")) {
          missing.add("row " + row.number() + ": " + test.group());
        }
      }
    }
    assertThat(missing).isEmpty();
    assertThat(named).isGreaterThan(100);
  }

  @Test
  void everyRowIsTestedOrSaysWhyNot() throws IOException {
    List<Row> rows = rows();
    assertThat(rows.stream().map(Row::number))
        .containsExactlyElementsOf(IntStream.rangeClosed(1, LAST_ROW).boxed().toList());
    TreeSet<Integer> silent = new TreeSet<>();
    for (Row row : rows) {
      boolean tested = NAMED.matcher(row.tests()).find();
      boolean explained =
          row.tests().startsWith("not applicable: ") || row.tests().startsWith("open: ");
      if (tested == explained || row.shape().isBlank() || row.promise().isBlank()) {
        silent.add(row.number());
      }
    }
    assertThat(silent).isEmpty();
  }
}
