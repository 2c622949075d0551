package io.quintet.http.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quintet.core.SiteContext;
import io.quintet.http.Request;
import io.quintet.http.Response;
import io.quintet.http.TestSite;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RouteNameTest {
  private static final RouteName INDEX = RouteName.of("index");
  private static final RouteName1<Long> DETAIL = RouteName.one("detail");
  private static final RouteName2<Long, String> COMMENT = RouteName.two("comment");
  private static final RouteName3<Long, String, String> WORD = RouteName.three("word");
  private static final RouteName LOST = RouteName.of("index");

  @TempDir Path folder;

  private static void blog(Routes routes) {
    routes.path("", INDEX, request -> Response.text("index"));
    routes.path("<int:id>/", DETAIL, (request, id) -> Response.text("post " + id));
    routes.path(
        "<int:id>/<slug:by>/", COMMENT, (request, id, by) -> Response.text(id + " by " + by));
    routes.path(
        "<int:id>/<slug:by>/<str:word>/",
        WORD,
        (request, id, by, word) -> Response.text(id + by + word));
  }

  private static void inSite(Consumer<Routes> urls, Runnable work) {
    try (SiteContext site = TestSite.site(urls).build()) {
      site.run(work);
    }
  }

  @Test
  void aConstantMakesTheAddressOfItsRoute() {
    inSite(
        routes -> routes.include("blog/", RouteNameTest::blog, "blog"),
        () -> {
          assertThat(INDEX.url()).isEqualTo("/blog/");
          assertThat(DETAIL.url(7L)).isEqualTo("/blog/7/");
          assertThat(COMMENT.url(7L, "ann")).isEqualTo("/blog/7/ann/");
          assertThat(WORD.url(7L, "ann", "a b")).isEqualTo("/blog/7/ann/a%20b/");
          assertThat(Urls.reverse("blog:detail", 7L)).isEqualTo("/blog/7/");
        });
  }

  @Test
  void theViewGetsTheValuesOfTheConstantsTypes() {
    var app = TestSite.app(RouteNameTest::blog);
    assertThat(app.handle(Request.get("/7/ann/")).text()).isEqualTo("7 by ann");
  }

  @Test
  void ofRoutesThatAreIncludedTwiceTheFirstIsMeant() {
    inSite(
        routes -> {
          routes.include("one/", RouteNameTest::blog, "one");
          routes.include("two/", RouteNameTest::blog, "two");
        },
        () -> assertThat(DETAIL.url(7L)).isEqualTo("/one/7/"));
  }

  @Test
  void aConstantWithoutARouteIsToldApartFromItsText() {
    inSite(
        RouteNameTest::blog,
        () ->
            assertThatThrownBy(LOST::url)
                .isInstanceOf(NoReverseMatch.class)
                .hasMessage(
                    "The constant 'index' names no route of this site.\n"
                        + "Define one with routes.path(pattern, THE_CONSTANT, view), and include the routes that do."));
  }

  @Test
  void whatDoesNotFitDoesNotCompile() {
    assertThat(errors("String url = DETAIL.url(7L);")).isEmpty();
    assertThat(errors("String url = DETIAL.url(7L);"))
        .singleElement()
        .asString()
        .contains("DETIAL");
    assertThat(errors("String url = DETAIL.url(\"seven\");")).hasSize(1);
    assertThat(errors("String url = DETAIL.url();")).hasSize(1);
    assertThat(errors("String url = DETAIL.url(7L, 8L);")).hasSize(1);
  }

  @Test
  void aViewOfOtherTypesDoesNotCompile() {
    String route = "static void urls(Routes routes) { routes.path(\"<int:id>/\", DETAIL, %s); }";
    assertThat(
            errors(
                "static Response view(Request r, Long id) { return null; }"
                    + route.formatted("Use::view")))
        .isEmpty();
    assertThat(
            errors(
                "static Response view(Request r, String id) { return null; }"
                    + route.formatted("Use::view")))
        .isNotEmpty();
    assertThat(
            errors(
                "static Response view(Request r) { return null; }" + route.formatted("Use::view")))
        .isNotEmpty();
  }

  /** What the compiler says to a class with this member. */
  private List<String> errors(String member) {
    String source =
        """
        import io.quintet.http.*;
        import io.quintet.http.routing.*;
        class Use {
          static final RouteName1<Long> DETAIL = RouteName.one("detail");
          %s
        }
        """
            .formatted(member);
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    JavaFileObject file =
        new SimpleJavaFileObject(URI.create("string:///Use.java"), JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignored) {
            return source;
          }
        };
    String path =
        Stream.of("java.class.path", "jdk.module.path")
            .map(name -> System.getProperty(name, ""))
            .filter(text -> !text.isEmpty())
            .reduce((a, b) -> a + java.io.File.pathSeparator + b)
            .orElseThrow();
    ToolProvider.getSystemJavaCompiler()
        .getTask(
            null,
            null,
            found,
            List.of("-d", folder.toString(), "-proc:none", "-classpath", path),
            null,
            List.of(file))
        .call();
    return found.getDiagnostics().stream()
        .filter(d -> d.getKind() == Diagnostic.Kind.ERROR)
        .map(d -> d.getMessage(null))
        .toList();
  }
}
