package io.quintet.http.middleware;

import static org.assertj.core.api.Assertions.assertThat;

import io.quintet.core.App;
import io.quintet.core.AppConfig;
import io.quintet.http.Forbidden;
import io.quintet.http.Headers;
import io.quintet.http.HttpApplication;
import io.quintet.http.Request;
import io.quintet.http.RequestBuilder;
import io.quintet.http.Response;
import io.quintet.http.Stage;
import io.quintet.http.TestSite;
import io.quintet.http.routing.Routes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a site answers, and however early, carries the security headers. */
class SecurityHeadersTest {
  private static final List<String> HEADERS =
      List.of(
          "X-Content-Type-Options",
          "X-Frame-Options",
          "Referrer-Policy",
          "Cross-Origin-Opener-Policy");

  private final HttpApplication app = TestSite.app(SecurityHeadersTest::urls, new Edge());

  private static void urls(Routes routes) {
    routes.path("", request -> Response.html("<p>hello</p>"));
    routes.path("text/", request -> Response.text("x"));
    routes.path("json/", request -> Response.json(List.of()));
    routes.path("bytes/", request -> Response.bytes("image/png", new byte[9]));
    routes.path("empty/", request -> Response.empty());
    routes.path("redirect/", request -> Response.redirect(302, "/"));
    routes.path(
        "stream/",
        request ->
            Response.stream(
                "text/plain", out -> out.write("part".getBytes(StandardCharsets.UTF_8))));
    routes.path(
        "failure/",
        request -> {
          throw new IllegalStateException("failure");
        });
    routes.path(
        "overflow/",
        request -> {
          throw new StackOverflowError();
        });
    routes.converter("broken", SecurityHeadersTest::broken);
    routes.path(
        "converted/<broken:value>/", (Request request, String value) -> Response.text(value));
    routes
        .path("guarded/", request -> Response.text("secret"))
        .with((request, next) -> {
          throw new Forbidden("guarded");
        });
  }

  private static String broken(String text) {
    throw new IllegalStateException("the converter failed for " + text);
  }

  /** Fails before anything else has run, if it is asked to. */
  private record Edge() implements App {
    @Override
    public String label() {
      return "edge";
    }

    @Override
    public void configure(AppConfig config) {
      config.add(
          Stage.MIDDLEWARE,
          Stage.EDGE.with(
              "failing",
              site ->
                  (request, next) -> {
                    if (request.headers().has("X-Fail")) {
                      throw new IllegalStateException("at the edge");
                    }
                    return next.handle(request);
                  }));
    }
  }

  private static void assertSafe(String what, Headers headers) {
    for (String name : HEADERS) {
      assertThat(headers.has(name)).as(name + " of " + what).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/text/",
        "/text",
        "/json/",
        "/bytes/",
        "/empty/",
        "/redirect/",
        "/stream/",
        "/failure/",
        "/overflow/",
        "/converted/x/",
        "/guarded/",
        "/missing/",
        "/static/missing.css",
        "/static/testapp/site.css",
        "/%ff/",
        "/healthz",
        "/readyz"
      })
  void everyAnswerHasThem(String path) {
    for (String method : List.of("GET", "HEAD", "POST", "OPTIONS", "QUERY", "NONSENSE")) {
      Response response = app.handle(Request.builder(method, path).build());
      assertSafe(method + " " + path + " " + response.status(), response.headers());
    }
  }

  @Test
  void refusalsBeforeTheRoutesHaveThem() {
    RequestBuilder foreign = Request.builder("GET", "/").header("Host", "evil.example");
    assertSafe("another host", app.handle(foreign.build()).headers());
    RequestBuilder failing = Request.builder("GET", "/").header("X-Fail", "yes");
    Response response = app.handle(failing.build());
    assertThat(response.status()).isEqualTo(500);
    assertSafe("a failure at the edge", response.headers());
  }

  /** There is no way to write a body before the headers are fixed: a view returns its response. */
  @Test
  void theyAreFixedBeforeTheFirstByte() throws IOException {
    for (String path : List.of("/stream/", "/", "/failure/")) {
      List<Headers> started = new ArrayList<>();
      ByteArrayOutputStream body =
          new ByteArrayOutputStream() {
            @Override
            public synchronized void write(byte[] bytes, int offset, int length) {
              assertThat(started).as("headers before the body").hasSize(1);
              super.write(bytes, offset, length);
            }
          };
      app.serve(
          Request.get(path),
          (status, headers, length) -> {
            started.add(headers);
            return body;
          });
      assertSafe(path, started.getFirst());
      assertThat(body.size()).isPositive();
    }
  }

  @Test
  void headPassesTheGuardsOfGetAndOtherMethodsDoNotPassAtAll() throws IOException {
    assertThat(app.handle(Request.builder("HEAD", "/guarded/").build()).status()).isEqualTo(403);
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    app.serve(Request.builder("HEAD", "/").build(), (status, headers, length) -> body);
    assertThat(body.size()).isZero();
    for (String method : List.of("POST", "QUERY", "PUT", "DELETE", "TRACE", "NONSENSE")) {
      Response response = app.handle(Request.builder(method, "/guarded/").build());
      assertThat(response.status()).as(method).isIn(403, 405);
      assertThat(response.text()).doesNotContain("secret");
    }
  }
}
