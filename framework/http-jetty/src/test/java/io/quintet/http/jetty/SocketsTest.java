package io.quintet.http.jetty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quintet.core.settings.DataSize;
import io.quintet.http.Middleware;
import io.quintet.http.Request;
import io.quintet.http.Response;
import io.quintet.http.Unauthorized;
import io.quintet.http.groups.Groups;
import io.quintet.http.routing.Routes;
import io.quintet.http.sockets.SocketMessage;
import io.quintet.http.sockets.SocketOptions;
import io.quintet.http.sockets.WebSocket;
import io.quintet.http.sockets.WebSockets;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SocketsTest {
  private static final Set<String> IDS = ConcurrentHashMap.newKeySet();
  private static final CountDownLatch NEVER = new CountDownLatch(1);
  private static LiveSite site;

  private static void urls(Routes routes) {
    Middleware members =
        (request, next) -> {
          if (request.session().text("name").isEmpty()) {
            throw new Unauthorized("Log in first.");
          }
          return next.handle(request);
        };
    routes.path(
        "log-in/",
        request -> {
          request.session().put("name", "Ada");
          return Response.text("welcome");
        });
    routes.path("echo/", request -> WebSockets.accept(request, SocketsTest::echo));
    routes
        .path(
            "chat/<slug:room>/",
            (Request request, String room) -> {
              String name = request.session().text("name").orElseThrow();
              return WebSockets.accept(request, socket -> chat(socket, room, name));
            })
        .with(members);
    routes.path(
        "small/",
        request ->
            WebSockets.accept(
                request,
                SocketOptions.DEFAULT.withMaxMessageSize(new DataSize(10)).withMessagesPerSecond(5),
                SocketsTest::echo));
    routes.path("texts/", request -> WebSockets.accept(request, SocketsTest::texts));
    routes.path(
        "protocols/",
        request ->
            WebSockets.accept(
                request, SocketOptions.DEFAULT.withProtocols("v2", "v1"), SocketsTest::echo));
    routes.path(
        "elsewhere/",
        request ->
            WebSockets.accept(
                request,
                SocketOptions.DEFAULT.withOrigins("https://app.example.org"),
                SocketsTest::echo));
    routes.path(
        "broken/",
        request ->
            WebSockets.accept(
                request,
                socket -> {
                  throw new IllegalStateException("the handler failed");
                }));
    routes.path(
        "goodbye/",
        request -> WebSockets.accept(request, socket -> socket.close(4000, "that is all")));
    routes.path(
        "stubborn/",
        request ->
            WebSockets.accept(
                request,
                socket -> {
                  socket.send("ready");
                  NEVER.await();
                }));
  }

  private static void echo(WebSocket socket) throws InterruptedException {
    IDS.add(socket.id());
    for (SocketMessage message : socket.messages()) {
      switch (message) {
        case SocketMessage.Text(String text) -> socket.send("echo " + text);
        case SocketMessage.Binary(byte[] content) -> socket.send(content);
      }
    }
  }

  private static void texts(WebSocket socket) throws InterruptedException {
    for (String text : socket.texts()) {
      socket.send(text);
    }
  }

  private static void chat(WebSocket socket, String room, String name) throws InterruptedException {
    socket.join(room);
    socket.send("joined");
    for (String text : socket.texts()) {
      if (text.equals("leave")) {
        socket.leave(room);
        socket.send("left");
      } else {
        Groups.send(room, name + ": " + text);
      }
    }
  }

  @BeforeAll
  static void start() {
    site = LiveSite.start(SocketsTest::urls);
  }

  @AfterAll
  static void stop() {
    NEVER.countDown();
    site.close();
  }

  private static String logIn() throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(site.url("log-in/"))).build(),
            BodyHandlers.discarding())
        .headers()
        .firstValue("Set-Cookie")
        .orElseThrow()
        .split(";")[0];
  }

  private static SocketClient chat(String room) throws Exception {
    SocketClient client =
        SocketClient.open(site.socketUrl("chat/" + room + "/"), Map.of("Cookie", logIn()));
    assertThat(client.next()).isEqualTo("joined");
    return client;
  }

  @Test
  void textsAndBytesGoBothWays() throws Exception {
    try (SocketClient client = SocketClient.open(site.socketUrl("echo/"))) {
      assertThat(client.send("Grüße").next()).isEqualTo("echo Grüße");
      client.socket().sendText("in ", false).join();
      client.socket().sendText("pieces", true).join();
      assertThat(client.next()).isEqualTo("echo in pieces");
      client.socket().sendBinary(ByteBuffer.wrap(new byte[60_000]), true).join();
      int received = 0;
      while (received < 60_000) {
        received += Integer.parseInt(client.next().substring("bytes ".length()));
      }
      assertThat(received).isEqualTo(60_000);
    }
  }

  @Test
  void theClientClosesAndIsAnswered() throws Exception {
    try (SocketClient client = SocketClient.open(site.socketUrl("echo/"))) {
      client.socket().sendClose(1000, "enough").join();
      assertThat(client.end()).startsWith("1000");
    }
  }

  @Test
  void theHandlerClosesWithACodeOfItsOwn() throws Exception {
    try (SocketClient client = SocketClient.open(site.socketUrl("goodbye/"))) {
      assertThat(client.end()).isEqualTo("4000 that is all");
    }
  }

  @Test
  void membersOfAGroupGetWhatIsSentToIt() throws Exception {
    try (SocketClient ann = chat("tea");
        SocketClient bob = chat("tea");
        SocketClient other = chat("coffee")) {
      ann.send("hello");
      assertThat(ann.next()).isEqualTo("Ada: hello");
      assertThat(bob.next()).isEqualTo("Ada: hello");
      assertThat(bob.send("leave").next()).isEqualTo("left");
      ann.send("still there?");
      assertThat(ann.next()).isEqualTo("Ada: still there?");
      other.send("alone");
      assertThat(other.next()).isEqualTo("Ada: alone");
      site.site()
          .run(() -> {
            assertThat(Groups.size("tea")).isEqualTo(1);
            Groups.send("tea", "from a task");
          });
      assertThat(ann.next()).isEqualTo("from a task");
    }
  }

  @Test
  void theMiddlewareOfTheRouteDecidesWhoMayCome() {
    assertThat(refusal("chat/tea/", Map.of())).isEqualTo(401);
  }

  @Test
  void theFirstProtocolThatBothSpeakIsChosen() {
    try (SocketClient client =
        SocketClient.open(site.socketUrl("protocols/"), Map.of(), "v9", "v1")) {
      assertThat(client.socket().getSubprotocol()).isEqualTo("v1");
    }
  }

  @Test
  void anIdIsOf128RandomBits() throws Exception {
    for (int i = 0; i < 3; i++) {
      try (SocketClient client = SocketClient.open(site.socketUrl("echo/"))) {
        client.send("x").next();
      }
    }
    assertThat(IDS).hasSizeGreaterThanOrEqualTo(3).allMatch(id -> id.matches("[A-Za-z0-9]{22}"));
  }

  @Nested
  class Refusals {
    @Test
    void aPageOfAnotherSite() {
      assertThat(refusal("echo/", Map.of("Origin", "https://evil.example"))).isEqualTo(403);
      assertThat(refusal("echo/", Map.of("Origin", "null"))).isEqualTo(403);
      assertThat(refusal("elsewhere/", Map.of("Origin", "https://evil.example"))).isEqualTo(403);
    }

    @Test
    void notPagesOfThisSiteOrAllowedOnes() throws Exception {
      String own = site.url("").replaceAll("/$", "");
      try (SocketClient client = SocketClient.open(site.socketUrl("echo/"), Map.of("Origin", own));
          SocketClient other =
              SocketClient.open(
                  site.socketUrl("elsewhere/"), Map.of("Origin", "https://app.example.org"))) {
        assertThat(client.send("x").next()).isEqualTo("echo x");
        assertThat(other.send("x").next()).isEqualTo("echo x");
      }
    }

    @Test
    void aRequestThatIsNoHandshake() throws Exception {
      var response =
          HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(URI.create(site.url("echo/"))).build(),
                  BodyHandlers.ofString());
      assertThat(response.statusCode()).isEqualTo(426);
      assertThat(response.headers().firstValue("Upgrade")).contains("websocket");
      assertThat(response.body()).contains("WebSocket (version 13) only");
    }

    @Test
    void aMessageThatIsTooLarge() throws Exception {
      try (SocketClient client = SocketClient.open(site.socketUrl("small/"))) {
        client.send("0123456789a");
        assertThat(client.end()).isEqualTo("1009 A message is larger than 10 bytes");
      }
    }

    @Test
    void aMessageThatIsTooLargeInPieces() throws Exception {
      try (RawSocket client = RawSocket.open(site, "small/")) {
        client.frame(RawSocket.TEXT, new byte[6]).frame(0, new byte[6]);
        assertThat(client.next()).hasToString("close 1009 A message is larger than 10 bytes");
      }
    }

    @Test
    void tooManyMessages() throws Exception {
      try (RawSocket client = RawSocket.open(site, "small/")) {
        for (int i = 0; i < 20; i++) {
          client.text("x");
        }
        RawSocket.Frame frame = client.next();
        while (frame.opcode() == RawSocket.TEXT) {
          frame = client.next();
        }
        assertThat(frame).hasToString("close 1008 Too many messages");
      }
    }

    @Test
    void bytesWhereOnlyTextsAreUnderstood() throws Exception {
      try (SocketClient client = SocketClient.open(site.socketUrl("texts/"))) {
        client.socket().sendBinary(ByteBuffer.wrap(new byte[3]), true).join();
        assertThat(client.end()).isEqualTo("1003 Only texts are understood");
      }
    }

    @Test
    void whenTheHandlerFails() throws Exception {
      try (SocketClient client = SocketClient.open(site.socketUrl("broken/"))) {
        assertThat(client.end()).isEqualTo("1011 The server failed");
      }
    }

    @Test
    void moreThanThereMayBe() throws Exception {
      try (LiveSite few = LiveSite.start(SocketsTest::urls, "QUINTET_HTTP_MAX_LIVE=1");
          SocketClient one = SocketClient.open(few.socketUrl("echo/"))) {
        one.send("x").next();
        var response =
            HttpClient.newHttpClient()
                .send(
                    HttpRequest.newBuilder(URI.create(few.url("echo/"))).build(),
                    BodyHandlers.ofString());
        assertThat(response.statusCode()).isEqualTo(426);
        assertThat(refusal(few, "echo/", Map.of())).isEqualTo(503);
      }
    }
  }

  @Nested
  class AtTheEnd {
    @Test
    void aStopSaysGoodbyeAndWaitsForTheHandlers() throws Exception {
      CountDownLatch finished = new CountDownLatch(1);
      LiveSite stopping =
          LiveSite.start(routes ->
              routes.path(
                  "",
                  request ->
                      WebSockets.accept(
                          request,
                          socket -> {
                            socket.send("ready");
                            socket.receive();
                            finished.countDown();
                          })));
      try (stopping;
          SocketClient client = SocketClient.open(stopping.socketUrl(""))) {
        client.next();
        stopping.stop(Duration.ofSeconds(10));
        assertThat(client.end()).isEqualTo("1001 The server stops");
        assertThat(finished.getCount()).isZero();
      }
    }

    @Test
    void aHandlerThatDoesNotEndIsInterrupted() throws Exception {
      CompletableFuture<String> handler = new CompletableFuture<>();
      LiveSite stopping =
          LiveSite.start(routes ->
              routes.path(
                  "",
                  request ->
                      WebSockets.accept(
                          request,
                          socket -> {
                            socket.send("ready");
                            try {
                              new CountDownLatch(1).await();
                            } catch (InterruptedException e) {
                              handler.complete("interrupted");
                              throw e;
                            }
                          })));
      try (stopping;
          SocketClient client = SocketClient.open(stopping.socketUrl(""))) {
        client.next();
        stopping.stop(Duration.ofMillis(200));
        assertThat(handler.get(20, TimeUnit.SECONDS)).isEqualTo("interrupted");
      }
    }

    @Test
    void aWebSocketIsNoRequestThatRuns() throws Exception {
      SocketClient[] many = new SocketClient[20];
      for (int i = 0; i < many.length; i++) {
        many[i] = SocketClient.open(site.socketUrl("stubborn/"));
        assertThat(many[i].next()).isEqualTo("ready");
      }
      // The site runs eight requests at once.
      assertThat(refusal("chat/tea/", Map.of())).isEqualTo(401);
      for (SocketClient client : many) {
        client.close();
      }
    }
  }

  private static int refusal(String path, Map<String, String> headers) {
    return refusal(site, path, headers);
  }

  private static int refusal(LiveSite at, String path, Map<String, String> headers) {
    int[] status = new int[1];
    assertThatThrownBy(() -> SocketClient.open(at.socketUrl(path), headers))
        .isInstanceOf(CompletionException.class)
        .satisfies(e ->
            status[0] = ((WebSocketHandshakeException) e.getCause()).getResponse().statusCode());
    return status[0];
  }
}
