package io.quintet.http.conformance;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quintet.core.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Cases recorded from Django, beside the checkout; without them the tests are skipped. */
public final class RecordedCases {
  private RecordedCases() {}

  /** One case. */
  public record Case(
      String id,
      String op,
      Map<String, Object> input,
      Map<String, Object> expected,
      Map<String, Object> all) {
    public Object output() {
      return expected.get("output");
    }

    public boolean isError() {
      return expected.containsKey("error");
    }

    public String text(String name) {
      return (String) input.get(name);
    }
  }

  public static List<Case> of(String file, String op) {
    Path path = folder().resolve(file);
    assumeTrue(
        Files.isRegularFile(path), "conformance data not present (../shared/conformance): skipped");
    try {
      Map<String, Object> document = map(Json.parse(Files.readString(path)));
      return ((List<?>) document.get("cases"))
          .stream()
              .map(RecordedCases::map)
              .filter(entry -> entry.get("op").equals(op))
              .map(entry ->
                  new Case(
                      (String) entry.get("id"),
                      op,
                      map(entry.get("input")),
                      map(entry.get("expected")),
                      entry))
              .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @SuppressWarnings("unchecked")
  public static Map<String, Object> map(Object value) {
    return (Map<String, Object>) value;
  }

  /** The elements of a list, tuple or set. */
  public static List<?> list(Object value) {
    return value instanceof Map<?, ?> typed ? (List<?>) typed.get("v") : (List<?>) value;
  }

  public static byte[] bytes(Object value) {
    return Base64.getDecoder().decode((String) map(value).get("v"));
  }

  private static Path folder() {
    return Stream.iterate(Path.of("").toAbsolutePath(), path -> path != null, Path::getParent)
        .map(path -> path.resolve("shared/conformance"))
        .filter(Files::isDirectory)
        .findFirst()
        .orElse(Path.of("../shared/conformance"));
  }
}
