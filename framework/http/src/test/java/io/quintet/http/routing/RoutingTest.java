package io.quintet.http.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quintet.http.Request;
import io.quintet.http.Response;
import java.time.Year;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RoutingTest {
  private static final String ID = "0189f7ea-ae2c-7809-8aeb-b819cf5e9e7f";

  static Response page(Request request) {
    return Response.text("page");
  }

  static Response detail(Request request, String slug) {
    return Response.text("detail " + slug);
  }

  static Response day(Request request, long year, Long month) {
    return Response.text(year + "-" + month);
  }

  private final Router router =
      Router.of(routes -> {
        routes.path("", RoutingTest::page).name("index");
        routes.path("articles/new/", RoutingTest::page).name("new").methods("POST");
        routes.path("articles/<slug:slug>/", RoutingTest::detail).name("detail");
        routes.path("articles/<int:year>/<int:month>/", RoutingTest::day).name("month");
        routes.path("files/<path:path>", RoutingTest::detail).name("file");
        routes.path("files/<path:path>/edit/", RoutingTest::detail).name("file-edit");
        routes
            .path("u/<uuid:id>.json", (Request request, UUID id) -> Response.text(id.toString()))
            .name("uuid");
        routes
            .path(
                "<str:a>-<str:b>/",
                (Request request, String a, String b) -> Response.text(a + "|" + b))
            .name("pair");
        routes.include(
            "blog/", blog -> blog.path("<slug:slug>/", RoutingTest::detail).name("post"), "blog");
      });

  private String view(String path) throws Exception {
    return view(path, "GET");
  }

  private String view(String path, String method) throws Exception {
    return switch (router.resolve(path, method)) {
      case Resolution.Found(RouteMatch match) -> match.view().handle(Request.get("/")).text();
      case Resolution.WrongMethod wrong -> "405 " + wrong.allowed();
      case Resolution.NotFound none -> "404";
    };
  }

  @Test
  void aPathLeadsToItsViewWithConvertedValues() throws Exception {
    assertThat(view("/")).isEqualTo("page");
    assertThat(view("/articles/hello-world/")).isEqualTo("detail hello-world");
    assertThat(view("/articles/2026/03/")).isEqualTo("2026-3");
    assertThat(view("/u/" + ID + ".json")).isEqualTo(ID);
    assertThat(view("/files/a/b/c.txt")).isEqualTo("detail a/b/c.txt");
    assertThat(view("/blog/x/")).isEqualTo("detail x");
    assertThat(view("/one-two-three/")).isEqualTo("one-two|three");
  }

  @Test
  void whatNoConverterAcceptsIsNotFound() throws Exception {
    assertThat(
            List.of(
                view("/nothing"),
                view("/articles/a b/"),
                view("/articles//"),
                view("/u/1.json"),
                view("/blog/")))
        .containsOnly("404");
    assertThat(view("/articles/99999999999999999999/1/")).isEqualTo("404");
    assertThat(view("/articles/１/2/")).as("digits of other scripts").isEqualTo("404");
  }

  @Test
  void theFirstRouteThatAcceptsTheMethodWins() throws Exception {
    assertThat(view("/articles/new/", "POST")).isEqualTo("page");
    assertThat(view("/articles/new/", "GET")).isEqualTo("detail new");
    assertThat(view("/files/a/edit/")).as("the earlier, wider route").isEqualTo("detail a/edit/");
  }

  @Test
  void aPathForOtherMethodsOnlyNamesThem() throws Exception {
    Router one = Router.of(routes -> routes.path("a/", RoutingTest::page).methods("GET"));
    assertThat(one.resolve("/a/", "DELETE"))
        .isEqualTo(new Resolution.WrongMethod(Set.of("GET", "HEAD")));
    assertThat(one.resolve("/a/", "HEAD")).isInstanceOf(Resolution.Found.class);
  }

  @Test
  void aNameAndValuesMakeTheAddress() {
    assertThat(router.reverse("index", List.of())).isEqualTo("/");
    assertThat(router.reverse("detail", List.of("hello"))).isEqualTo("/articles/hello/");
    assertThat(router.reverse("month", Map.of("year", 2026, "month", 3L)))
        .isEqualTo("/articles/2026/3/");
    assertThat(router.reverse("blog:post", List.of("x"))).isEqualTo("/blog/x/");
    assertThat(router.reverse("file", List.of("ü b/ç%.txt")))
        .isEqualTo("/files/%C3%BC%20b/%C3%A7%25.txt");
  }

  @Test
  void aPathThatLooksLikeAHostIsEscaped() {
    Router open = Router.of(routes -> routes.path("<path:any>", RoutingTest::detail).name("any"));
    assertThat(open.reverse("any", List.of("/evil.example/"))).isEqualTo("/%2Fevil.example/");
  }

  @Test
  void customConvertersGiveTheirOwnTypes() throws Exception {
    Router years =
        Router.of(routes -> {
          routes.converter("year", text -> text.matches("[0-9]{4}") ? Year.parse(text) : null);
          routes.path(
              "<year:year>/",
              (Request request, Year year) -> Response.text("leap " + year.isLeap()));
        });
    Resolution found = years.resolve("/2024/", "GET");
    assertThat(found).isInstanceOf(Resolution.Found.class);
    assertThat(((Resolution.Found) found).match().view().handle(Request.get("/")).text())
        .isEqualTo("leap true");
    assertThat(years.resolve("/24/", "GET")).isInstanceOf(Resolution.NotFound.class);
  }

  @Test
  void fiveThousandRoutesResolveWithoutTryingEach() {
    Router many =
        Router.of(routes ->
            IntStream.range(0, 5_000)
                .forEach(i -> routes.path("section" + i + "/<slug:slug>/", RoutingTest::detail)));
    long start = System.nanoTime();
    for (int i = 0; i < 20_000; i++) {
      assertThat(many.resolve("/section" + i % 5_000 + "/x/", "GET"))
          .isInstanceOf(Resolution.Found.class);
    }
    assertThat(System.nanoTime() - start)
        .as("nanoseconds for 20,000 look-ups")
        .isLessThan(5_000_000_000L);
  }

  @Test
  void aHostilePathCostsLittle() {
    Router hostile =
        Router.of(routes -> routes.path("<slug:a>-<slug:b>-<slug:c>.x", (r, a, b, c) -> page(r)));
    long start = System.nanoTime();
    assertThat(hostile.resolve("/" + "-".repeat(1_000) + "!", "GET"))
        .isInstanceOf(Resolution.NotFound.class);
    assertThat(hostile.resolve("/" + "a-".repeat(400_000), "GET"))
        .isInstanceOf(Resolution.NotFound.class);
    assertThat(System.nanoTime() - start).isLessThan(2_000_000_000L);
  }

  @Nested
  class Failures {
    @Test
    void anUnknownNameListsTheNearest() {
      assertThatThrownBy(() -> router.reverse("blog:pots", List.of("x")))
          .isInstanceOf(NoReverseMatch.class)
          .hasMessage(
              """
              Reverse for 'pots' not found. 'pots' is not a valid view function or pattern name.
              No route is named 'blog:pots' (did you mean 'blog:post'?). The command 'routes' lists every name.\
              """);
    }

    @Test
    void valuesThatDoNotFitAreExplained() {
      assertThatThrownBy(() -> router.reverse("month", List.of("x", 1)))
          .hasMessage(
              """
              Reverse for 'month' with arguments '('x', 1)' not found. 1 pattern(s) tried: ['articles/(?P<year>[0-9]+)/(?P<month>[0-9]+)/\\\\Z']
              It takes:
                /articles/<int:year>/<int:month>/ (year, month)
                /articles/<int:year>/<int:month>/ does not take 'x' as <year>\
              """);
    }

    @Test
    void aViewThatTakesAnotherNumberOfValuesIsRefusedAtOnce() {
      assertThatThrownBy(() -> Router.of(routes -> routes.path("a/", RoutingTest::detail)))
          .hasMessageStartingWith("Route 'a/' has 0 values, but its view takes 1.");
    }

    @Test
    void wrongPatternsAreRefusedAtOnce() {
      assertThatThrownBy(() -> Router.of(routes -> routes.path("/a/", RoutingTest::page)))
          .hasMessage("Route '/a/' starts with a slash, which is there already: write 'a/'");
      assertThatThrownBy(() -> Router.of(routes -> routes.path("<slag:x>/", RoutingTest::detail)))
          .hasMessageContaining(
              "uses the converter 'slag', which does not exist (did you mean 'slug'?)");
      assertThatThrownBy(() -> Router.of(routes -> routes.path("<slug:x", RoutingTest::detail)))
          .hasMessage("Route '<slug:x' has a '<' without a '>'");
      assertThatThrownBy(() -> Router.of(routes -> routes.path("<a>/<a>/", (r, a, b) -> page(r))))
          .hasMessage("Route '<a>/<a>/' uses the name 'a' twice");
    }
  }
}
