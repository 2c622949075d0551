package io.quintet.http.csrf;

import static org.assertj.core.api.Assertions.assertThat;

import io.quintet.core.MultiMap;
import io.quintet.http.HttpApplication;
import io.quintet.http.HttpSettings;
import io.quintet.http.Request;
import io.quintet.http.RequestBuilder;
import io.quintet.http.Response;
import io.quintet.http.TestSite;
import io.quintet.http.conformance.RecordedCases;
import io.quintet.http.conformance.RecordedCases.Case;
import io.quintet.http.internal.ErrorResponses;
import io.quintet.http.routing.Routes;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** What Django's CSRF protection accepts, and why it refuses. */
class CsrfConformanceTest {
  @Test
  void masksAndSecretsAreThoseOfDjango() {
    for (Case one : RecordedCases.of("csrf.json", "csrf_mask")) {
      assertThat(CsrfTokens.mask(one.text("secret"), one.text("mask"))).isEqualTo(one.output());
    }
    for (Case one : RecordedCases.of("csrf.json", "csrf_unmask")) {
      assertThat(CsrfTokens.unmask(one.text("token"))).isEqualTo(one.output());
    }
    for (Case one : RecordedCases.of("csrf.json", "csrf_match")) {
      assertThat(CsrfTokens.matches(one.text("request_token"), one.text("secret")))
          .as(one.id())
          .isEqualTo(one.output());
    }
  }

  @Test
  void requestsAreAcceptedOrRefusedForTheSameReason() {
    SoftAssertions all = new SoftAssertions();
    for (Case one : RecordedCases.of("csrf.json", "csrf_request")) {
      Map<String, Object> expected = RecordedCases.map(one.output());
      String wanted =
          (Boolean) expected.get("accepted") ? "accepted" : (String) expected.get("reason");
      all.assertThat(outcome(one)).as("%s %s", one.id(), one.input()).isEqualTo(wanted);
    }
    all.assertAll();
  }

  private static void page(Routes routes) {
    routes.path("page/", request -> Response.text("accepted"));
  }

  private static String outcome(Case one) {
    List<String> origins =
        one.input().get("trusted_origins") instanceof List<?> list
            ? list.stream().map(String::valueOf).toList()
            : List.of();
    HttpApplication app =
        HttpApplication.of(
            TestSite.site(CsrfConformanceTest::page)
                .set(HttpSettings.ALLOWED_HOSTS, List.of("*"))
                .set(CsrfSettings.TRUSTED_ORIGINS, origins)
                .build());
    RequestBuilder builder =
        Request.builder((String) one.input().getOrDefault("method", "GET"), "/page/")
            .header("Host", (String) one.input().getOrDefault("host", "testserver"))
            .header("Accept", "application/json")
            .scheme(Boolean.TRUE.equals(one.input().get("secure")) ? "https" : "http");
    RecordedCases.map(one.input().getOrDefault("headers", Map.of()))
        .forEach((name, value) -> builder.header(name, (String) value));
    RecordedCases.map(one.input().getOrDefault("cookies", Map.of()))
        .forEach((name, value) -> builder.header("Cookie", name + "=" + value));
    MultiMap.Builder post = MultiMap.builder();
    RecordedCases.map(one.input().getOrDefault("post", Map.of()))
        .forEach((name, value) -> post.add(name, (String) value));
    builder.body("application/x-www-form-urlencoded", post.build().urlencode());
    Request request = builder.build();
    Response response = app.handle(request);
    if (response.status() == 200) {
      return response.text();
    }
    return request
        .attribute(ErrorResponses.CAUSE)
        .map(cause -> ((CsrfFailed) cause).reason())
        .orElse("?");
  }
}
