package io.quintet.views;

import static org.assertj.core.api.Assertions.assertThat;

import io.quintet.cache.CacheGroup;
import io.quintet.http.Cookie;
import io.quintet.http.Request;
import io.quintet.http.Response;
import io.quintet.http.View;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CachedViewTest {
  private static final CacheGroup ARTICLES = CacheGroup.named("articles");

  private final AtomicInteger calls = new AtomicInteger();
  private final TestSite site =
      TestSite.of(
          Map.of("form.html", "<form>{% csrf_token %}</form>"),
          routes -> {
            routes.path(
                "form/",
                CachedView.of(
                    request -> {
                      calls.incrementAndGet();
                      return Shortcuts.render(request, "form.html");
                    },
                    Duration.ofMinutes(5)));
            routes.path("plain/", cached(response -> response));
            routes.path("group/", cached(response -> response).in(ARTICLES));
            routes.path("cookie/", cached(r -> r.withCookie(Cookie.of("seen", "yes"))));
            routes.path("private/", cached(r -> r.withHeader("Cache-Control", "private")));
            routes.path("vary/", cached(r -> r.withHeader("Vary", "Accept-Language")));
            routes.path("visitor/", cached(r -> r.withHeader("Vary", "Cookie")));
            routes.path("star/", cached(r -> r.withHeader("Vary", " * ")));
            routes.path("starred/", cached(r -> r.withHeader("Vary", "Accept, *")));
            routes.path("capitals/", cached(r -> r.withHeader("Cache-Control", "PRIVATE")));
            routes.path(
                "listed/", cached(r -> r.withHeader("Cache-Control", "max-age=60 , No-Store")));
            routes.path("headers/", cached(r -> r.withHeader("Vary", "accept,COOKIE")));
            routes.path("missing/", cached(r -> r.withStatus(404)));
          });

  private CachedView cached(UnaryOperator<Response> change) {
    View view = request -> change.apply(Response.text("call " + calls.incrementAndGet()));
    return CachedView.of(view, Duration.ofMinutes(5));
  }

  @AfterEach
  void close() {
    site.close();
  }

  @Test
  void aPageIsMadeOnceAndKeptByItsFullAddress() {
    assertThat(site.get("/plain/").text()).isEqualTo("call 1");
    Response again = site.get("/plain/");
    assertThat(again.text()).isEqualTo("call 1");
    assertThat(again.contentType()).startsWith("text/plain");
    assertThat(site.get("/plain/?page=2").text()).isEqualTo("call 2");
  }

  @Test
  void invalidatingItsGroupMakesItStale() {
    site.get("/group/");
    assertThat(site.get("/group/").text()).isEqualTo("call 1");
    site.site().run(ARTICLES::invalidate);
    assertThat(site.get("/group/").text()).isEqualTo("call 2");
  }

  @Test
  void pagesForOneVisitorAreNeverKept() {
    for (String path :
        List.of(
            "/cookie/",
            "/private/",
            "/visitor/",
            "/star/",
            "/starred/",
            "/capitals/",
            "/listed/",
            "/headers/",
            "/missing/",
            "/form/")) {
      int before = calls.get();
      site.get(path);
      site.get(path);
      assertThat(calls.get()).as(path).isEqualTo(before + 2);
    }
  }

  @Test
  void credentialsGoPastTheCache() {
    site.get("/plain/");
    Response own =
        site.send(Request.builder("GET", "/plain/").header("Authorization", "Token x").build());
    assertThat(own.text()).isEqualTo("call 2");
  }

  @Test
  void aPageThatVariesIsKeptForEachValue() {
    assertThat(inLanguage("de")).isEqualTo("call 1");
    assertThat(inLanguage("fr")).isEqualTo("call 2");
    assertThat(inLanguage("de")).isEqualTo("call 1");
  }

  private String inLanguage(String language) {
    return site.send(Request.builder("GET", "/vary/").header("Accept-Language", language).build())
        .text();
  }
}
