package io.quintet.http.jetty;

import static org.assertj.core.api.Assertions.assertThat;

import io.quintet.core.xml.XmlElement;
import io.quintet.http.BadRequest;
import io.quintet.http.Request;
import io.quintet.http.Response;
import io.quintet.http.events.EventStreams;
import io.quintet.http.events.ServerEvent;
import io.quintet.http.groups.Groups;
import io.quintet.http.ratelimit.RateLimit;
import io.quintet.http.routing.RouteName;
import io.quintet.http.routing.RouteName2;
import io.quintet.http.routing.Routes;
import io.quintet.http.routing.Urls;
import io.quintet.http.sockets.WebSockets;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The page about HTTP: its examples stand here, and are run. */
class HttpGuideTest {
  private static final Path GUIDE = Path.of("..", "..", "docs", "topics", "http.md");
  private static final Path SOURCE =
      Path.of("src", "test", "java", "io", "quintet", "http", "jetty", "HttpGuideTest.java");
  private static LiveSite site;

  private static final class Guide {
    static final RouteName2<Long, String> ARTICLE = RouteName.two("article");

    static void urls(Routes routes) {
      routes.path("", Guide::index).name("index");
      routes.path("articles/<int:year>/<slug:slug>/", ARTICLE, Guide::article);
      routes
          .path("log-in/", Guide::logIn)
          .methods("POST")
          .with(RateLimit.perAddress("log-in", "5/minute"));
      routes.include("shop/", Guide::shop, "shop");
    }

    static void shop(Routes routes) {
      routes.use(RateLimit.by("shop", "100/minute", request -> request.session().text("customer")));
      routes.path("tea/", request -> Response.text("tea")).name("tea");
    }

    static Response index(Request request) {
      return Response.text("index");
    }

    static Response article(Request request, Long year, String slug) {
      return Response.text(year + " " + slug);
    }

    static Response logIn(Request request) {
      return Response.text("welcome");
    }

    static Response search(Request request) {
      String words = request.query().get("q", "");
      List<String> tags = request.query().list("tag");
      return Response.json(Map.of("words", words, "tags", tags));
    }

    static Response order(Request request) {
      XmlElement order = request.xml();
      return Response.text(
          order.textOf("item").orElseThrow(() -> new BadRequest("An item is missing.")));
    }

    static Response chat(Request request, String room) {
      String name = request.session().text("name").orElse("somebody");
      return WebSockets.accept(
          request,
          socket -> {
            socket.join(room);
            for (String text : socket.texts()) {
              Groups.send(room, name + ": " + text);
            }
          });
    }

    static Response changes(Request request) {
      return EventStreams.open(
          request,
          events -> {
            long seen = events.lastEventId().map(Long::parseLong).orElse(0L);
            for (long id = seen + 1; id <= 3; id++) {
              events.send(ServerEvent.of("change " + id).named("change").withId(id));
            }
            events.join("changes", text -> ServerEvent.of(text).named("change"));
            events.await();
          });
    }
  }

  @BeforeAll
  static void start() {
    site =
        LiveSite.start(routes -> {
          Guide.urls(routes);
          routes.path("search/", Guide::search);
          routes.path("order/", Guide::order).csrfExempt();
          routes.path("chat/<slug:room>/", Guide::chat);
          routes.path("changes/", Guide::changes);
        });
  }

  @AfterAll
  static void stop() {
    site.close();
  }

  @Test
  void eachSnippetStandsInThisTest() throws IOException {
    String tested = words(Files.readString(SOURCE));
    List<String> snippets =
        Pattern.compile("```java\n(.*?)```", Pattern.DOTALL)
            .matcher(Files.readString(GUIDE))
            .results()
            .map(found -> found.group(1))
            .toList();
    assertThat(snippets).hasSizeGreaterThan(7);
    assertThat(snippets).allSatisfy(snippet -> assertThat(tested).contains(words(snippet)));
  }

  private static String words(String code) {
    return code.replaceAll("\\s+", "");
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
  }

  private static HttpRequest.Builder at(String path) {
    return HttpRequest.newBuilder(URI.create(site.url(path)));
  }

  @Test
  void queriesAreMultiMaps() throws Exception {
    assertThat(send(at("search/?q=tea&tag=a&tag=b")).body())
        .contains("\"words\":\"tea\"")
        .contains("\"tags\":[\"a\",\"b\"]");
  }

  @Test
  void bodiesMayBeXml() throws Exception {
    assertThat(send(at("order/").POST(BodyPublishers.ofString("<o><item>tea</item></o>"))).body())
        .isEqualTo("tea");
    HttpResponse<String> typed =
        send(at("order/").POST(BodyPublishers.ofString("<!DOCTYPE o><o><item>tea</item></o>")));
    assertThat(typed.statusCode()).isEqualTo(400);
    assertThat(typed.body()).contains("Malformed XML: a document type is not allowed");
  }

  @Test
  void addressesAreMadeOfNames() throws Exception {
    String[] urls =
        site.site()
            .call(() -> new String[] {Urls.reverse("shop:tea"), Guide.ARTICLE.url(2027L, "hello")});
    assertThat(urls).containsExactly("/shop/tea/", "/articles/2027/hello/");
    assertThat(send(at("articles/2027/hello/")).body()).isEqualTo("2027 hello");
    site.site()
        .run(() -> {
          Urls.reverse("shop:tea");
          Guide.ARTICLE.url(2027L, "hello");
        });
  }

  @Test
  void aRouteMayBeLimited() throws Exception {
    assertThat(send(at("shop/tea/")).headers().firstValue("RateLimit")).isEmpty();
  }

  @Test
  void aChatIsALoop() throws Exception {
    try (SocketClient ann = SocketClient.open(site.socketUrl("chat/tea/"))) {
      assertThat(ann.send("hello").next()).isEqualTo("somebody: hello");
    }
  }

  @Test
  void eventsGoOnWhereTheClientWas() throws Exception {
    try (Socket socket = site.connect()) {
      LiveSite.send(
          socket, "GET /changes/ HTTP/1.0\r\nHost: localhost\r\nLast-Event-ID: 2\r\n\r\n");
      BufferedReader lines =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
      String line = lines.readLine();
      while (!line.equals("id: 3")) {
        line = lines.readLine();
      }
      assertThat(List.of(lines.readLine(), lines.readLine(), lines.readLine()))
          .containsExactly("event: change", "data: change 3", "");
    }
  }
}
