package io.quintet.http.middleware;

import static org.assertj.core.api.Assertions.assertThat;

import io.quintet.http.HttpApplication;
import io.quintet.http.HttpSettings;
import io.quintet.http.Request;
import io.quintet.http.RequestBuilder;
import io.quintet.http.Response;
import io.quintet.http.TestSite;
import io.quintet.http.routing.Routes;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CorsTest {
  private static final String APP = "https://app.example.org";

  private static void urls(Routes routes) {
    routes.path("", request -> Response.text("hello"));
  }

  private static HttpApplication site(boolean credentials, String... origins) {
    return HttpApplication.of(
        TestSite.site(CorsTest::urls)
            .set(HttpSettings.CORS_ORIGINS, List.of(origins))
            .set(HttpSettings.CORS_CREDENTIALS, credentials)
            .set(HttpSettings.ALLOWED_HOSTS, List.of("localhost"))
            .build());
  }

  private static RequestBuilder from(String origin, String method) {
    return Request.builder(method, "/").header("Host", "localhost").header("Origin", origin);
  }

  private static RequestBuilder preflight(String origin) {
    return from(origin, "OPTIONS").header("Access-Control-Request-Method", "PUT");
  }

  @Test
  void aNamedOriginMayReadTheAnswer() {
    Response answer = site(false, APP).handle(from(APP, "GET").build());
    assertThat(answer.text()).isEqualTo("hello");
    assertThat(answer.header("Access-Control-Allow-Origin")).hasValue(APP);
    assertThat(answer.header("Access-Control-Allow-Credentials")).isEmpty();
    assertThat(answer.header("Vary").orElse("")).contains("Origin");
  }

  @Test
  void aPreflightIsAnsweredBeforeTheViews() {
    Response answer = site(true, APP).handle(preflight(APP).build());
    assertThat(answer.status()).isEqualTo(204);
    assertThat(answer.header("Access-Control-Allow-Methods").orElse("")).contains("PUT");
    assertThat(answer.header("Access-Control-Allow-Headers").orElse("")).contains("Content-Type");
    assertThat(answer.header("Access-Control-Allow-Credentials")).hasValue("true");
    assertThat(answer.header("Access-Control-Max-Age")).hasValue("3600");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "http://app.example.org",
        "https://app.example.org.evil.org",
        "https://evil-app.example.org",
        "https://app.example.org:444",
        "https://app.example.org/",
        "https://evil.org"
      })
  void otherOriginsGetNothing(String origin) {
    HttpApplication site = site(true, APP);
    for (Request request : List.of(from(origin, "GET").build(), preflight(origin).build())) {
      Response answer = site.handle(request);
      assertThat(answer.headers().names()).noneMatch(name -> name.startsWith("Access-Control"));
      assertThat(answer.header("Vary").orElse("")).as("caches").contains("Origin");
    }
  }

  @Test
  void anyOriginNeverComesWithCredentials() {
    Response answer = site(true, "*").handle(from("https://evil.org", "GET").build());
    assertThat(answer.header("Access-Control-Allow-Origin")).hasValue("*");
    assertThat(answer.header("Access-Control-Allow-Credentials")).isEmpty();
  }

  @Test
  void withoutTheSettingNothingIsAdded() {
    Response answer = site(true).handle(from(APP, "GET").build());
    assertThat(answer.headers().names()).noneMatch(name -> name.startsWith("Access-Control"));
    assertThat(answer.header("Vary").orElse("")).doesNotContain("Origin");
  }
}
