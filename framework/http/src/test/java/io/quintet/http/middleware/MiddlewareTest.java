package io.quintet.http.middleware;

import static org.assertj.core.api.Assertions.assertThat;

import io.quintet.core.App;
import io.quintet.core.AppConfig;
import io.quintet.core.SiteContext;
import io.quintet.core.i18n.Locales;
import io.quintet.core.i18n.TimeZones;
import io.quintet.http.HealthCheck;
import io.quintet.http.HttpApplication;
import io.quintet.http.HttpSettings;
import io.quintet.http.Languages;
import io.quintet.http.Request;
import io.quintet.http.Response;
import io.quintet.http.TestSite;
import io.quintet.http.routing.Routes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MiddlewareTest {
  private static void urls(Routes routes) {
    routes.path("", request -> Response.html("<p>" + "long text ".repeat(200) + "</p>"));
    routes.path("short/", request -> Response.html("short"));
    routes.path("image/", request -> Response.bytes("image/png", new byte[5_000]));
    routes.path(
        "boom/",
        request -> {
          throw new IllegalStateException("boom");
        });
    routes.path("locale/", request -> Response.text(Locales.current() + " " + TimeZones.current()));
    routes.path(
        "dated/",
        request -> Response.text("x").withHeader("Last-Modified", "Sun, 01 Mar 2026 00:00:00 GMT"));
    routes.path("remember/", request -> Languages.remember(Response.text("ok"), Locale.GERMAN));
  }

  private final HttpApplication app = TestSite.app(MiddlewareTest::urls);

  private Response get(String path, String... headers) {
    return get(app, path, headers);
  }

  private static Response get(HttpApplication app, String path, String... headers) {
    var builder = Request.builder("GET", path);
    for (int i = 0; i < headers.length; i += 2) {
      builder.header(headers[i], headers[i + 1]);
    }
    return app.handle(builder.build());
  }

  @Test
  void everyResponseHasTheSecurityHeadersErrorsIncluded() {
    for (String path : List.of("/", "/nothing/", "/boom/", "/healthz")) {
      Response response = get(path);
      assertThat(response.header("X-Request-ID")).as(path).isPresent();
      if (!path.equals("/healthz")) {
        assertThat(response.header("X-Content-Type-Options")).as(path).hasValue("nosniff");
        assertThat(response.header("X-Frame-Options")).as(path).hasValue("DENY");
        assertThat(response.header("Referrer-Policy")).as(path).hasValue("same-origin");
        assertThat(response.header("Cross-Origin-Opener-Policy")).as(path).hasValue("same-origin");
      }
    }
    assertThat(get("/", "Host", "evil.example").header("X-Content-Type-Options"))
        .hasValue("nosniff");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evil.example",
        "localhost@evil.example",
        "evil.example/localhost",
        "localhost:x",
        "localhost:99999",
        "local host",
        "",
        "[::1"
      })
  void otherAndMalformedHostsAre400(String host) {
    assertThat(get("/", "Host", host).status()).isEqualTo(400);
  }

  @Test
  void httpIsSentOnToHttpsIfTheSiteAsksForItAndHstsIsSentOverHttpsOnly() {
    HttpApplication secure =
        HttpApplication.of(
            TestSite.site(MiddlewareTest::urls)
                .set(HttpSettings.HTTPS_REDIRECT, true)
                .set(HttpSettings.HSTS_AGE, Duration.ofDays(365))
                .set(HttpSettings.HSTS_SUBDOMAINS, true)
                .build());
    Response redirect = get(secure, "/short/?a=1");
    assertThat(redirect.status()).isEqualTo(301);
    assertThat(redirect.header("Location")).hasValue("https://localhost/short/?a=1");
    assertThat(redirect.headers().has("Strict-Transport-Security")).isFalse();
    Response response = secure.handle(Request.builder("GET", "/short/").scheme("https").build());
    assertThat(response.header("Strict-Transport-Security"))
        .hasValue("max-age=31536000; includeSubDomains");
  }

  @Test
  void onlyATrustedProxyMayNameSchemeHostAndAddress() {
    HttpApplication behind =
        HttpApplication.of(
            TestSite.site(routes ->
                    routes.path("", r -> Response.text(r.absoluteUri() + " " + r.remoteAddress())))
                .set(HttpSettings.TRUSTED_PROXIES, List.of("10.0.0.0/8"))
                .build());
    var forwarded =
        Request.builder("GET", "/")
            .header("X-Forwarded-Proto", "https")
            .header("X-Forwarded-Host", "testserver")
            .header("X-Forwarded-For", "6.6.6.6, 203.0.113.7, 10.0.0.2");
    assertThat(behind.handle(forwarded.remoteAddress("10.1.2.3").build()).text())
        .isEqualTo("https://testserver/ 203.0.113.7");
    assertThat(behind.handle(forwarded.remoteAddress("203.0.113.9").build()).text())
        .isEqualTo("http://localhost/ 203.0.113.9");
  }

  @Test
  void longTextsAreCompressedAndSaySo() throws IOException {
    Response response = get("/", "Accept-Encoding", "gzip, br");
    assertThat(response.header("Content-Encoding")).hasValue("gzip");
    assertThat(response.header("Vary")).hasValue("Accept-Encoding");
    assertThat(response.headers().get("ETag", "")).startsWith("W/\"");
    String text =
        new String(
            new GZIPInputStream(new ByteArrayInputStream(response.content())).readAllBytes(),
            StandardCharsets.UTF_8);
    assertThat(text).startsWith("<p>long text");
    assertThat(get("/short/", "Accept-Encoding", "gzip").headers().has("Content-Encoding"))
        .isFalse();
    assertThat(get("/image/", "Accept-Encoding", "gzip").headers().has("Content-Encoding"))
        .isFalse();
    assertThat(get("/", "Accept-Encoding", "gzip;q=0, *").headers().has("Content-Encoding"))
        .isFalse();
    assertThat(get("/", "Accept-Encoding", "identity, *;q=0.5").headers().has("Content-Encoding"))
        .isTrue();
  }

  @Test
  void aClientThatHasTheContentGets304() {
    String tag = get("/short/").header("ETag").orElseThrow();
    Response known = get("/short/", "If-None-Match", "\"other\", W/" + tag);
    assertThat(known.status()).isEqualTo(304);
    assertThat(known.content()).isEmpty();
    assertThat(get("/short/", "If-None-Match", "\"other\"").status()).isEqualTo(200);
    assertThat(get("/short/", "If-Match", "\"other\"").status()).isEqualTo(412);
    assertThat(get("/dated/", "If-Modified-Since", "Sun, 01 Mar 2026 00:00:00 GMT").status())
        .isEqualTo(304);
    assertThat(get("/dated/", "If-Modified-Since", "Sat, 28 Feb 2026 00:00:00 GMT").status())
        .isEqualTo(200);
    assertThat(
            get(
                    "/",
                    "Accept-Encoding",
                    "gzip",
                    "If-None-Match",
                    get("/", "Accept-Encoding", "gzip").header("ETag").orElseThrow())
                .status())
        .isEqualTo(304);
  }

  @Test
  void theVisitorsLanguageAndZoneAreBound() {
    HttpApplication many =
        HttpApplication.of(
            TestSite.site(MiddlewareTest::urls)
                .set(HttpSettings.LANGUAGES, List.of("en", "de", "fr"))
                .build());
    assertThat(get(many, "/locale/").text()).isEqualTo("en UTC");
    Response german = get(many, "/locale/", "Accept-Language", "it, de-AT;q=0.8, en;q=0.5");
    assertThat(german.text()).isEqualTo("de UTC");
    assertThat(german.header("Content-Language")).hasValue("de");
    assertThat(
            get(
                    many,
                    "/locale/",
                    "Accept-Language",
                    "de",
                    "Cookie",
                    "django_language=fr; django_timezone=Europe.Vienna")
                .text())
        .isEqualTo("fr Europe/Vienna");
    assertThat(
            get(
                    many,
                    "/locale/",
                    "Accept-Language",
                    "x".repeat(5_000),
                    "Cookie",
                    "django_timezone=No.Where")
                .text())
        .isEqualTo("en UTC");
    assertThat(get(many, "/remember/").cookie("django_language").orElseThrow().value())
        .isEqualTo("de");
  }

  @Test
  void healthIsAnsweredForAnyHostAndReadinessAsksTheChecks() {
    assertThat(get("/healthz", "Host", "10.0.0.5").text()).isEqualTo("{\"status\":\"ok\"}");
    HttpApplication broken = TestSite.app(MiddlewareTest::urls, new BrokenDatabase());
    Response response = get(broken, "/readyz");
    assertThat(response.status()).isEqualTo(503);
    assertThat(response.text())
        .isEqualTo("{\"status\":\"failed\",\"checks\":{\"database\":\"failed\"}}");
  }

  @Test
  void aWellFormedRequestIdIsTakenOver() {
    assertThat(get("/", "X-Request-ID", "abc-1").header("X-Request-ID")).hasValue("abc-1");
    assertThat(get("/", "X-Request-ID", "a b<c>").header("X-Request-ID").orElseThrow())
        .matches("[A-Za-z0-9]{22}");
  }

  private record BrokenDatabase() implements App, HealthCheck {
    @Override
    public String label() {
      return "broken";
    }

    @Override
    public String name() {
      return "database";
    }

    @Override
    public void configure(AppConfig config) {
      config.add(HealthCheck.POINT, this);
    }

    @Override
    public void check(SiteContext site) throws IOException {
      throw new IOException("connection refused at db.internal");
    }
  }

  @Test
  void theLengthOfACompressedPageTellsLittleOfItsContent() {
    long lengths =
        java.util.stream.IntStream.range(0, 40)
            .map(i -> get("/", "Accept-Encoding", "gzip").content().length)
            .distinct()
            .count();
    assertThat(lengths).isGreaterThan(10);
  }
}
