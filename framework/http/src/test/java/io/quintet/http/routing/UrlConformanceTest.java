package io.quintet.http.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.quintet.http.Response;
import io.quintet.http.conformance.RecordedCases;
import io.quintet.http.conformance.RecordedCases.Case;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/**
 * What Django's path() patterns resolve to and reverse to; re_path, app names and language prefixes
 * are not here.
 */
class UrlConformanceTest {
  @Test
  void convertersAcceptTheSameTexts() {
    for (Case one : RecordedCases.of("urls.json", "url_converter")) {
      PathConverter<?> converter = Converters.BUILT_IN.get(one.text("converter"));
      Map<String, Object> expected = RecordedCases.map(one.output());
      Object value = one.text("value").isEmpty() ? null : converter.parse(one.text("value"));
      boolean beyondLong =
          expected.get("value") instanceof Map<?, ?> typed && "int".equals(typed.get("$type"));
      assertThat(value != null)
          .as("%s %s", one.id(), one.input())
          .isEqualTo(!beyondLong && (Boolean) expected.get("match"));
      if (value != null) {
        assertThat(converter.format(value)).isEqualTo(expected.get("url"));
      }
    }
  }

  @Test
  void pathsResolveToTheSameRouteAndValues() {
    SoftAssertions all = new SoftAssertions();
    int compared = 0;
    for (Case one : RecordedCases.of("urls.json", "url_resolve")) {
      if (!(one.input().get("urlconf") instanceof List<?> patterns) || isLeftOut(one, patterns)) {
        continue;
      }
      compared++;
      Router router = router(patterns);
      Object found =
          router.resolve(one.text("path"), "GET") instanceof Resolution.Found(RouteMatch match)
              ? match.route().pattern() + " " + texts(match.named())
              : "404";
      Object expected = "404";
      if (one.output() != null) {
        Map<String, Object> output = RecordedCases.map(one.output());
        expected =
            output.get("route") + " " + texts(RecordedCases.map(output.get("captured_kwargs")));
      }
      all.assertThat(found).as("%s %s", one.id(), one.input().get("path")).isEqualTo(expected);
    }
    all.assertAll();
    assertThat(compared).isGreaterThan(20);
  }

  @Test
  void namesAndValuesReverseToTheSameAddress() {
    SoftAssertions all = new SoftAssertions();
    int compared = 0;
    for (Case one : RecordedCases.of("urls.json", "url_reverse")) {
      boolean more =
          List.of("current_app", "query", "fragment", "script_prefix").stream()
              .anyMatch(one.input()::containsKey);
      if (more
          || !(one.input().get("urlconf") instanceof List<?> patterns)
          || isLeftOut(one, patterns)) {
        continue;
      }
      compared++;
      all.assertThat(reverse(router(patterns), one))
          .as("%s %s", one.id(), one.input())
          .isEqualTo(one.isError() ? "no match" : one.output());
    }
    all.assertAll();
    assertThat(compared).isGreaterThan(20);
  }

  private static String reverse(Router router, Case one) {
    try {
      if (one.input().get("kwargs") instanceof Map<?, ?> named) {
        Map<String, Object> values = new LinkedHashMap<>();
        named.forEach((name, value) -> values.put((String) name, plain(value)));
        return router.reverse(one.text("name"), values);
      }
      List<?> values =
          one.input().get("args") == null ? List.of() : RecordedCases.list(one.input().get("args"));
      return router.reverse(
          one.text("name"), values.stream().map(UrlConformanceTest::plain).toList());
    } catch (NoReverseMatch e) {
      return "no match";
    }
  }

  private static Object plain(Object value) {
    if (value instanceof Map<?, ?> typed) {
      return "uuid".equals(typed.get("$type"))
          ? UUID.fromString((String) typed.get("v"))
          : typed.get("v");
    }
    return value;
  }

  private static Map<String, String> texts(Map<String, Object> values) {
    Map<String, String> texts = new LinkedHashMap<>();
    values.forEach((name, value) -> texts.put(name, String.valueOf(plain(value))));
    return texts;
  }

  /** Whether the case is about a pattern of another kind, or one that is refused here at once. */
  private static boolean isLeftOut(Case one, List<?> patterns) {
    String text = String.valueOf(patterns);
    boolean elsewhere =
        "inner-re".equals(one.input().get("name"))
            || String.valueOf(one.output()).contains("/re/(?P")
            || (one.isError() && one.op().equals("url_resolve"));
    if (elsewhere
        || text.contains("route=<int:a,")
        || text.contains("route=/lead/")
        || text.contains("i18n_patterns")) {
      return true;
    }
    for (Object entry : patterns) {
      Map<String, Object> pattern = RecordedCases.map(entry);
      boolean named =
          pattern.get("name") != null && pattern.get("name").equals(one.input().get("name"));
      boolean hit =
          one.output() instanceof Map<?, ?> output
              && String.valueOf(output.get("route")).equals(pattern.get("route"));
      boolean inside =
          pattern.containsKey("include") && String.valueOf(one.input().get("name")).contains(":");
      if ((!isPath(pattern) || pattern.containsKey("defaults")) && (named || hit || inside)) {
        return true;
      }
    }
    return one.output() instanceof Map<?, ?> output
        && !(output.get("namespaces") instanceof List<?> spaces && spaces.isEmpty());
  }

  private static boolean isPath(Map<String, Object> pattern) {
    return "path".equals(pattern.get("type")) && !pattern.containsKey("include");
  }

  private static Router router(List<?> patterns) {
    return Router.of(routes -> define(routes, patterns));
  }

  private static void define(Routes routes, List<?> patterns) {
    for (Object entry : patterns) {
      Map<String, Object> pattern = RecordedCases.map(entry);
      if (!isPath(pattern)) {
        continue;
      }
      Route added = routes.path((String) pattern.get("route"), request -> Response.text(""));
      if (pattern.get("name") instanceof String name) {
        added.name(name);
      }
    }
  }
}
