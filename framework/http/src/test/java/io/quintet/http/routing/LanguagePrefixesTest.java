package io.quintet.http.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quintet.core.SiteContext;
import io.quintet.core.i18n.Locales;
import io.quintet.http.HttpApplication;
import io.quintet.http.HttpSettings;
import io.quintet.http.Request;
import io.quintet.http.Response;
import io.quintet.http.TestSite;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class LanguagePrefixesTest {
  private static Response language(Request request) {
    return Response.text(Locales.current().toLanguageTag() + " " + Urls.reverse("about"));
  }

  private static void pages(Routes routes) {
    routes.path("about/", LanguagePrefixesTest::language).name("about");
  }

  private static SiteContext.Builder site(Consumer<Routes> routes) {
    return TestSite.site(routes).set(HttpSettings.LANGUAGES, List.of("en", "de", "pt-BR"));
  }

  private static Response get(Consumer<Routes> routes, String path) {
    return HttpApplication.of(site(routes).build())
        .handle(
            Request.builder("GET", path)
                .header("Host", "localhost")
                .header("Accept-Language", "de")
                .build());
  }

  private static void all(Routes routes) {
    routes.languagePrefixes(LanguagePrefixesTest::pages);
    routes.path("plain/", LanguagePrefixesTest::language);
  }

  private static void allButEnglish(Routes routes) {
    routes.languagePrefixes(Locale.ENGLISH, LanguagePrefixesTest::pages);
  }

  @Test
  void theLanguageIsTheOneOfThePath() {
    assertThat(get(LanguagePrefixesTest::all, "/en/about/").text()).isEqualTo("en /en/about/");
    assertThat(get(LanguagePrefixesTest::all, "/pt-br/about/").text())
        .isEqualTo("pt-BR /pt-br/about/");
    assertThat(get(LanguagePrefixesTest::all, "/fr/about/").status()).isEqualTo(404);
  }

  @Test
  void aPathWithoutLanguageLeadsToTheVisitorsOwn() {
    Response response = get(LanguagePrefixesTest::all, "/about?x=1");
    assertThat(response.status()).isEqualTo(302);
    assertThat(response.headers().get("Location", "")).isEqualTo("/de/about?x=1");
    assertThat(get(LanguagePrefixesTest::all, "/plain/").text()).isEqualTo("de /de/about/");
  }

  @Test
  void oneLanguageMayHaveNoPrefix() {
    assertThat(get(LanguagePrefixesTest::allButEnglish, "/about/").text()).isEqualTo("en /about/");
    assertThat(get(LanguagePrefixesTest::allButEnglish, "/de/about/").text())
        .isEqualTo("de /de/about/");
    assertThat(get(LanguagePrefixesTest::allButEnglish, "/en/about/").status()).isEqualTo(404);
  }

  @Test
  void prefixesBelowAnIncludeAreRefused() {
    assertThatThrownBy(() ->
            Router.of(routes -> routes.include("x/", inner -> inner.languagePrefixes(r -> {}))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "Language prefixes are used below 'x/', but the language is the first part of a path: call languagePrefixes where the site's root routes are defined");
  }
}
