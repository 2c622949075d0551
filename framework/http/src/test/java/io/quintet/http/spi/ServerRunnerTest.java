package io.quintet.http.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quintet.core.ImproperlyConfigured;
import io.quintet.core.SiteContext;
import io.quintet.http.HttpApplication;
import io.quintet.http.HttpSettings;
import io.quintet.http.Request;
import io.quintet.http.Response;
import io.quintet.http.TestSite;
import io.quintet.http.routing.Routes;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class ServerRunnerTest {
  private static final AtomicBoolean CLOSED = new AtomicBoolean();

  private static void urls(Routes routes) {
    routes.path("", request -> Response.html("<h1>Hello</h1>"));
    routes.path("echo/", request -> Response.text(request.post().get("name", ""))).csrfExempt();
    routes.path(
        "stream/",
        request -> {
          request.onClose(() -> CLOSED.set(true));
          return Response.stream(
              "text/plain",
              out -> out.write(SiteContext.current().name().getBytes(StandardCharsets.UTF_8)));
        });
  }

  private static final ServerConfig CONFIG =
      new ServerConfig("127.0.0.1", 0, 10, 8_192, Duration.ofSeconds(5), Duration.ofSeconds(5));

  private static SiteContext site() {
    return TestSite.site(ServerRunnerTest::urls)
        .set(HttpSettings.ALLOWED_HOSTS, List.of("127.0.0.1"))
        .build();
  }

  @Test
  void anyServerOfTheInterfaceCarriesASite() throws Exception {
    try (ServerRunner server =
            ServerRunner.start(new SmallServer(), HttpApplication.of(site()), CONFIG);
        HttpClient client = HttpClient.newHttpClient()) {
      URI base = URI.create(server.url());
      HttpResponse<String> page =
          client.send(HttpRequest.newBuilder(base).build(), HttpResponse.BodyHandlers.ofString());
      assertThat(page.body()).isEqualTo("<h1>Hello</h1>");
      assertThat(page.headers().firstValue("X-Frame-Options")).hasValue("DENY");
      HttpRequest form =
          HttpRequest.newBuilder(base.resolve("/echo/"))
              .header("Content-Type", "application/x-www-form-urlencoded")
              .POST(HttpRequest.BodyPublishers.ofString("name=J%C3%BCrg"))
              .build();
      assertThat(client.send(form, HttpResponse.BodyHandlers.ofString()).body()).isEqualTo("Jürg");
      HttpRequest stream = HttpRequest.newBuilder(base.resolve("/stream/")).build();
      assertThat(client.send(stream, HttpResponse.BodyHandlers.ofString()).body())
          .as("streams run inside the site")
          .isEqualTo("test");
      HttpRequest head = HttpRequest.newBuilder(base).HEAD().build();
      assertThat(client.send(head, HttpResponse.BodyHandlers.ofString()).statusCode())
          .isEqualTo(200);
    }
    assertThat(CLOSED).isTrue();
  }

  @Test
  void aTakenPortIsOneLine() {
    try (ServerRunner server =
        ServerRunner.start(new SmallServer(), HttpApplication.of(site()), CONFIG)) {
      ServerConfig taken = CONFIG.at("127.0.0.1", server.port());
      assertThatThrownBy(
              () -> ServerRunner.start(new SmallServer(), HttpApplication.of(site()), taken))
          .isInstanceOf(ServerStartException.class)
          .hasMessageStartingWith(
              "Port " + server.port() + " at 127.0.0.1 is taken by another program.");
    }
  }

  @Test
  void withoutAServerTheMessageNamesTheDependency() {
    assertThatThrownBy(() -> ServerRunner.start(site(), CONFIG))
        .isInstanceOf(ImproperlyConfigured.class)
        .hasMessageContaining("io.quintet:quintet-http-jetty");
  }

  @Test
  void aRequestIsClosedOnceAndRunsWhatWaitsInReverse() {
    StringBuilder order = new StringBuilder();
    Request request = Request.get("/");
    request.onClose(() -> order.append("first"));
    request.onClose(() -> order.append("second "));
    request.close();
    request.close();
    assertThat(order).hasToString("second first");
  }
}
