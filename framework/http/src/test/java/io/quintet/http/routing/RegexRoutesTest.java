package io.quintet.http.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quintet.http.Request;
import io.quintet.http.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RegexRoutesTest {
  private final Router router =
      Router.of(routes -> {
        routes
            .rePath(
                "^archive/(?P<year>[0-9]{4})/$",
                (Request request, String year) -> Response.text("year " + year))
            .name("year");
        routes
            .rePath(
                "^pages/(?:p(?P<n>[0-9]+)/)?$",
                (Request request, String n) -> Response.text("page " + n))
            .name("page");
        routes.includeRe(
            "^(?P<lang>[a-z]{2})/",
            inner -> inner.path("<int:id>/", request -> Response.text("inner")).name("inner"),
            Include.PLAIN.extra("mode", "read"));
        routes.rePath("^(a+)+$", request -> Response.text("never"));
      });

  private RouteMatch match(String path) {
    return router.resolve(path, "GET") instanceof Resolution.Found(RouteMatch match)
        ? match
        : org.junit.jupiter.api.Assertions.fail("404 for " + path);
  }

  @Test
  void theGroupsAreTheValues() throws Exception {
    assertThat(match("/archive/2026/").view().handle(Request.get("/")).text())
        .isEqualTo("year 2026");
    assertThat(match("/pages/p3/").named()).isEqualTo(Map.of("n", "3"));
    assertThat(router.resolve("/archive/26/", "GET")).isInstanceOf(Resolution.NotFound.class);
  }

  @Test
  void anOptionalGroupThatTookNoPartIsAnEmptyText() throws Exception {
    assertThat(match("/pages/").view().handle(Request.get("/")).text()).isEqualTo("page ");
    assertThat(match("/pages/").named()).isEmpty();
  }

  @Test
  void expressionsAndConvertersMayFollowEachOther() {
    RouteMatch match = match("/de/12/");
    assertThat(match.named()).isEqualTo(Map.of("lang", "de", "mode", "read", "id", 12L));
    assertThat(match.captured()).isEqualTo(Map.of("id", 12L));
    assertThat(match.pattern()).isEqualTo("^(?P<lang>[a-z]{2})/<int:id>/");
    assertThat(router.reverse("inner", List.of("de", 12))).isEqualTo("/de/12/");
  }

  @Test
  void addressesAreMadeOfExpressions() {
    assertThat(router.reverse("year", List.of(2026))).isEqualTo("/archive/2026/");
    assertThat(router.reverse("page", List.of())).isEqualTo("/pages/");
    assertThat(router.reverse("page", Map.of("n", 3))).isEqualTo("/pages/p3/");
    assertThatThrownBy(() -> router.reverse("year", Map.of("year", 26)))
        .isInstanceOf(NoReverseMatch.class)
        .hasMessageStartingWith(
            "Reverse for 'year' with keyword arguments '{'year': 26}' not found. 1 pattern(s) tried: ['archive/(?P<year>[0-9]{4})/$']");
  }

  @Test
  void aHostilePathIsNotFoundInTime() {
    long start = System.nanoTime();
    assertThat(router.resolve("/" + "a".repeat(5_000) + "!", "GET"))
        .isInstanceOf(Resolution.NotFound.class);
    assertThat(System.nanoTime() - start).as("nanoseconds").isLessThan(2_000_000_000L);
  }
}
