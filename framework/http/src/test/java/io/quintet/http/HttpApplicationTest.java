package io.quintet.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.quintet.core.CoreSettings;
import io.quintet.core.json.Json;
import io.quintet.http.routing.Routes;
import io.quintet.http.routing.Urls;
import io.quintet.orm.DatabaseUnavailableException;
import io.quintet.orm.StaleEntityException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HttpApplicationTest {
  private final List<String> order = new ArrayList<>();

  private void urls(Routes routes) {
    routes.path("", request -> Response.html("<h1>Hello</h1>")).name("index");
    routes
        .path("echo/", request -> Response.json(Map.of("name", request.post().get("name", "?"))))
        .methods("POST")
        .csrfExempt();
    routes.path("json/", request -> Response.json(request.json())).methods("POST").csrfExempt();
    routes.path(
        "boom/",
        request -> {
          throw new IllegalStateException("the <secret> detail");
        });
    routes.path(
        "away/",
        request -> {
          throw new DatabaseUnavailableException("Cannot connect to db.internal:5432", null);
        });
    routes.path(
        "stale/",
        request -> {
          throw new StaleEntityException("blog.Post 7 was changed", "blog.Post", 7);
        });
    routes.path(
        "teapot/",
        request -> {
          throw new HttpError(418, "I am a <teapot>.");
        });
    routes.path(
        "link/", request -> Response.text(Urls.reverse("index") + request.absoluteUri("/x")));
    routes
        .path(
            "wrapped/",
            request -> {
              order.add("view");
              return Response.text("x");
            })
        .with((request, next) -> {
          order.add("inner");
          return next.handle(request);
        });
    routes.use((request, next) -> {
      order.add("outer");
      return next.handle(request);
    });
  }

  private final HttpApplication app = TestSite.app(this::urls);

  @Test
  void aRequestBecomesAResponse() {
    Response response = app.handle(Request.get("/"));
    assertThat(response.status()).isEqualTo(200);
    assertThat(response.text()).isEqualTo("<h1>Hello</h1>");
    assertThat(response.contentType()).isEqualTo("text/html; charset=utf-8");
    assertThat(app.handle(Request.get("/link/")).text()).isEqualTo("/http://localhost/x");
  }

  @Test
  void formsAndJsonAreParsedOnceAndLazily() {
    Request form =
        Request.builder("POST", "/echo/")
            .body("application/x-www-form-urlencoded", "name=J%C3%BCrg")
            .build();
    assertThat(app.handle(form).text()).isEqualTo("{\"name\":\"Jürg\"}");
    Request json =
        Request.builder("POST", "/json/")
            .body("application/json", "{\"a\": [1, 2.5, null]}")
            .build();
    assertThat(app.handle(json).text()).isEqualTo("{\"a\":[1,2.5,null]}");
  }

  @Test
  void malformedJsonIs400WithItsPositionInJson() {
    Request json = Request.builder("POST", "/json/").body("application/json", "{\"a\": }").build();
    Response response = app.handle(json);
    assertThat(response.status()).isEqualTo(400);
    assertThat(response.contentType()).isEqualTo("application/json");
    assertThat(response.text()).contains("Malformed JSON").contains("\"code\":\"bad_request\"");
  }

  @Test
  void errorsArePagesForBrowsersAndJsonForPrograms() {
    Response page =
        app.handle(Request.builder("GET", "/nothing/").header("Accept", "text/html").build());
    assertThat(page.status()).isEqualTo(404);
    assertThat(page.text())
        .startsWith("<!doctype html>")
        .contains("This page does not exist", "viewport");
    Response json =
        app.handle(
            Request.builder("GET", "/nothing/").header("Accept", "application/json").build());
    assertThat(Json.parse(json.text()))
        .isEqualTo(Map.of("detail", "There is no page at this address.", "code", "not_found"));
    assertThat(app.handle(Request.get("/teapot/")).text())
        .contains("I am a &lt;teapot&gt;.")
        .doesNotContain("<teapot>");
  }

  @Test
  void anEditThatCameTooLateIs409() {
    Response response = app.handle(Request.get("/stale/"));
    assertThat(response.status()).isEqualTo(409);
    assertThat(response.text())
        .contains("This was changed by someone else in the meantime.")
        .doesNotContain("blog.Post");
  }

  @Test
  void aFailureIs500WithoutItsDetails() {
    Response response = app.handle(Request.get("/boom/"));
    assertThat(response.status()).isEqualTo(500);
    assertThat(response.text()).contains("Something went wrong").doesNotContain("secret");
  }

  @Test
  void aDatabaseThatIsAwayIs503AndSaysWhenToComeBack() {
    Response response = app.handle(Request.get("/away/"));
    assertThat(response.status()).isEqualTo(503);
    assertThat(response.header("Retry-After")).contains("5");
    assertThat(response.text()).doesNotContain("db.internal");
  }

  @Test
  void inDevelopmentAFailureShowsWhereEscapedAndWithoutSecrets() {
    HttpApplication development =
        HttpApplication.of(TestSite.site(this::urls).set(CoreSettings.DEBUG, true).build());
    Request request =
        Request.builder("GET", "/boom/?api_key=12345&page=2")
            .header("Cookie", "sessionid=abcdef")
            .header("Accept", "text/html")
            .build();
    String page = development.handle(request).text();
    assertThat(page)
        .contains(
            "IllegalStateException",
            "the &lt;secret&gt; detail",
            "HttpApplicationTest.java",
            "page")
        .doesNotContain("<secret>")
        .doesNotContain("abcdef");
    assertThat(page.substring(page.indexOf("<h2>Query"))).doesNotContain("12345");
  }

  @Test
  void aWrongMethodIs405WithAllow() {
    Response response = app.handle(Request.get("/echo/"));
    assertThat(response.status()).isEqualTo(405);
    assertThat(response.header("Allow")).hasValue("POST");
    Response options = app.handle(Request.builder("OPTIONS", "/echo/").build());
    assertThat(options.status()).isEqualTo(204);
    assertThat(options.header("Allow")).hasValue("POST");
  }

  @Test
  void aMissingFinalSlashIsRedirected() {
    assertThat(app.handle(Request.get("/link?a=1")).header("Location")).hasValue("/link/?a=1");
    assertThat(app.handle(Request.get("/link?a=1")).status()).isEqualTo(301);
    assertThat(app.handle(Request.builder("POST", "/echo").build()).status()).isEqualTo(308);
    assertThat(app.handle(Request.get("/nowhere")).status()).isEqualTo(404);
  }

  @Test
  void aSlashRedirectNeverLeavesTheSite() {
    HttpApplication open =
        TestSite.app(routes ->
            routes.path("<path:any>/", (Request request, String any) -> Response.text(any)));
    assertThat(open.handle(Request.get("//evil.example")).header("Location"))
        .hasValue("/%2Fevil.example/");
  }

  @Test
  void addressesThatAreNotUtf8Are400() {
    assertThat(app.handle(Request.get("/%ff/")).status()).isEqualTo(400);
    assertThat(app.handle(Request.get("/%zz/")).status()).isEqualTo(400);
    assertThat(app.handle(Request.get("/a%00b/")).status()).isEqualTo(400);
  }

  @Test
  void middlewareRunsFromTheOutsideIn() {
    app.handle(Request.get("/wrapped/"));
    assertThat(order).containsExactly("outer", "inner", "view");
  }

  @Test
  void headIsGetWithoutItsBodyButWithItsLength() throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    List<String> head = new ArrayList<>();
    app.serve(
        Request.builder("HEAD", "/").build(),
        (status, headers, length) -> {
          head.add(status + " " + headers.get("Content-Length", "") + " " + length);
          return body;
        });
    assertThat(head).containsExactly("200 14 0");
    assertThat(body.size()).isZero();
  }

  @Test
  void aBodyBeyondTheLimitIs413WhateverItsLengthHeaderSays() {
    Limits small = new Limits(10, 10, 10, 10, 10, 10);
    Request request =
        Request.builder("POST", "/echo/")
            .limits(small)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .body(new ByteArrayInputStream("name=0123456789".getBytes(StandardCharsets.UTF_8)), -1)
            .build();
    assertThat(app.handle(request).status()).isEqualTo(413);
  }

  @Test
  void tooManyFieldsAre400() {
    String body = "a=1&".repeat(1_001);
    Request request =
        Request.builder("POST", "/echo/").body("application/x-www-form-urlencoded", body).build();
    assertThat(app.handle(request).text()).contains("more than the 1000 fields allowed");
  }
}
