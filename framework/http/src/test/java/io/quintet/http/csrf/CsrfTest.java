package io.quintet.http.csrf;

import static org.assertj.core.api.Assertions.assertThat;

import io.quintet.core.json.Json;
import io.quintet.http.HttpApplication;
import io.quintet.http.Request;
import io.quintet.http.RequestBuilder;
import io.quintet.http.Response;
import io.quintet.http.TestSite;
import io.quintet.http.routing.Routes;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CsrfTest {
  private static final String SECRET = "OhbVrpoiVgRV5IfLBcbfnoGMbJmTPSIA";

  private static void urls(Routes routes) {
    routes.path(
        "form/", request -> Response.text(request.isPost() ? "accepted" : Csrf.token(request)));
    routes
        .path("hook/", request -> Response.text("hook " + Csrf.fault(request).orElse("fine")))
        .csrfExempt();
    routes.path(
        "login/",
        request -> {
          Csrf.rotate(request);
          return Response.text("in");
        });
  }

  private final HttpApplication app = TestSite.app(CsrfTest::urls);

  private static RequestBuilder post(String path) {
    return Request.builder("POST", path).header("Cookie", "csrftoken=" + SECRET);
  }

  @Test
  void aFormWithTheTokenOfItsPageIsAccepted() {
    Response page = app.handle(Request.get("/form/"));
    String secret = page.cookie("csrftoken").orElseThrow().value();
    Request form =
        Request.builder("POST", "/form/")
            .header("Cookie", "csrftoken=" + secret)
            .body("application/x-www-form-urlencoded", "csrfmiddlewaretoken=" + page.text())
            .build();
    assertThat(app.handle(form).text()).isEqualTo("accepted");
    assertThat(page.header("Vary").orElseThrow()).contains("Cookie");
  }

  @Test
  void aScriptSendsTheTokenInAHeader() {
    assertThat(app.handle(post("/form/").header("X-CSRFToken", SECRET).build()).text())
        .isEqualTo("accepted");
  }

  @Test
  void withoutATokenTheAnswerIsAClear403InBothForms() {
    Response page = app.handle(post("/form/").header("Accept", "text/html").build());
    assertThat(page.status()).isEqualTo(403);
    assertThat(page.text()).contains("CSRF token missing.", "reload the page");
    Response json = app.handle(post("/form/").header("Accept", "application/json").build());
    assertThat(((Map<?, ?>) Json.parse(json.text())).get("code")).isEqualTo("csrf_failed");
  }

  @Test
  void tokensDifferEachTimeAndStandForOneSecret() {
    String one = CsrfTokens.mask(SECRET);
    String other = CsrfTokens.mask(SECRET);
    assertThat(one).hasSize(64).isNotEqualTo(other);
    assertThat(List.of(CsrfTokens.unmask(one), CsrfTokens.unmask(other))).containsOnly(SECRET);
  }

  @Test
  void anExemptRouteMayAskForItself() {
    assertThat(app.handle(Request.builder("POST", "/hook/").build()).text())
        .isEqualTo("hook CSRF cookie not set.");
    assertThat(app.handle(post("/hook/").header("X-CSRFToken", SECRET).build()).text())
        .isEqualTo("hook fine");
  }

  @Test
  void logInChangesTheSecret() {
    Response response =
        app.handle(
            Request.builder("GET", "/login/").header("Cookie", "csrftoken=" + SECRET).build());
    assertThat(response.cookie("csrftoken").orElseThrow().value()).hasSize(32).isNotEqualTo(SECRET);
  }

  @Test
  void inProcessClientsCanLeaveTheCheckOut() {
    Request request = Request.builder("POST", "/form/").build();
    request.set(Csrf.UNCHECKED, true);
    assertThat(app.handle(request).text()).isEqualTo("accepted");
  }
}
