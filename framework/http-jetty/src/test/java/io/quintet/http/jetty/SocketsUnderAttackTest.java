package io.quintet.http.jetty;

import static org.assertj.core.api.Assertions.assertThat;

import io.quintet.http.Response;
import io.quintet.http.groups.Groups;
import io.quintet.http.groups.WhenSlow;
import io.quintet.http.routing.Routes;
import io.quintet.http.sockets.SocketOptions;
import io.quintet.http.sockets.WebSocket;
import io.quintet.http.sockets.WebSockets;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Frames that are broken, endless, too many or never read. */
class SocketsUnderAttackTest {
  private static final byte[] NOTHING = {};
  private static final CountDownLatch MAY_READ = new CountDownLatch(1);
  private static LiveSite site;

  private static void urls(Routes routes) {
    routes.path("", request -> Response.text("hello"));
    routes.path(
        "echo/",
        request ->
            WebSockets.accept(
                request,
                socket -> {
                  for (String text : socket.texts()) {
                    socket.send(text);
                  }
                }));
    routes.path("feed/", request -> WebSockets.accept(request, socket -> feed(socket, "feed")));
    routes.path(
        "latest/",
        request ->
            WebSockets.accept(
                request,
                SocketOptions.DEFAULT.withQueue(3, WhenSlow.DROP_OLDEST),
                socket -> feed(socket, "latest")));
    routes.path(
        "busy/",
        request ->
            WebSockets.accept(
                request,
                socket -> {
                  MAY_READ.await();
                  int read = 0;
                  for (String text : socket.texts()) {
                    read++;
                    if (text.equals("last")) {
                      socket.send("read " + read);
                    }
                  }
                }));
  }

  private static void feed(WebSocket socket, String group) throws InterruptedException {
    socket.join(group);
    socket.send("ready");
    while (socket.receive().isPresent()) {
      socket.send("alive");
    }
  }

  @BeforeAll
  static void start() {
    // A request may take a second here; a WebSocket may be open longer.
    site =
        LiveSite.start(
            LiveSite.config(Duration.ofSeconds(1)),
            SocketsUnderAttackTest::urls,
            "QUINTET_HTTP_LIVE_PING=300ms");
  }

  @AfterAll
  static void stop() {
    site.close();
  }

  @AfterEach
  void aRegularVisitorIsServed() throws Exception {
    String answer =
        HttpClient.newHttpClient()
            .send(HttpRequest.newBuilder(URI.create(site.url(""))).build(), BodyHandlers.ofString())
            .body();
    assertThat(answer).isEqualTo("hello");
  }

  static Stream<Arguments> brokenFrames() {
    byte[] five = "hello".getBytes(StandardCharsets.US_ASCII);
    return Stream.of(
        Arguments.of("not masked", bytes(0x81, 0x01, 'x'), "close 1002"),
        Arguments.of("unknown opcode 3", RawSocket.masked(0x83, five), "close 1002"),
        Arguments.of("unknown opcode 11", RawSocket.masked(0x8B, five), "close 1002"),
        Arguments.of("reserved bit 1", RawSocket.masked(0xC1, five), "close 1002"),
        Arguments.of("reserved bit 3", RawSocket.masked(0x91, five), "close 1002"),
        Arguments.of("ping in pieces", RawSocket.masked(0x09, five), "close 1002"),
        Arguments.of("ping of 126 bytes", RawSocket.masked(0x89, new byte[126]), "close 1002"),
        Arguments.of("rest without a beginning", RawSocket.masked(0x80, five), "close 1002"),
        Arguments.of(
            "a beginning in a message",
            concat(RawSocket.masked(0x01, five), RawSocket.masked(0x01, five)),
            "close 1002"),
        Arguments.of("close of one byte", RawSocket.masked(0x88, new byte[1]), "close 1002"),
        Arguments.of("close code 1005", RawSocket.masked(0x88, bytes(3, 0xED)), "close 1002"),
        Arguments.of("close code 999", RawSocket.masked(0x88, bytes(3, 0xE7)), "close 1002"),
        Arguments.of("text not in UTF-8", RawSocket.masked(0x81, bytes(0xFF, 0xFE)), "close 1007"),
        Arguments.of(
            "surrogate in UTF-8", RawSocket.masked(0x81, bytes(0xED, 0xA0, 0x80)), "close 1007"),
        Arguments.of(
            "text cut in a letter", RawSocket.masked(0x81, bytes('a', 0xC3)), "close 1007"),
        Arguments.of(
            "length of 2^63",
            bytes(0x81, 0xFF, 0x80, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3, 4),
            "close 100"),
        Arguments.of(
            "length of 2^40",
            bytes(0x82, 0xFF, 0, 0, 1, 0, 0, 0, 0, 0, 1, 2, 3, 4, 5),
            "close 1009"),
        Arguments.of(
            "a request of HTTP",
            "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII),
            "close 1002"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("brokenFrames")
  void aBrokenFrameEndsTheConnectionWithItsCode(String what, byte[] frames, String end)
      throws IOException {
    try (RawSocket raw = RawSocket.open(site, "echo/")) {
      raw.text("before");
      assertThat(raw.next()).hasToString("text before");
      raw.write(frames);
      assertThat(raw.next().toString()).startsWith(end);
    }
  }

  @Test
  void anyBytesEndTheConnectionAndNothingElse() throws IOException {
    Random random = new Random(7);
    for (int round = 0; round < 200; round++) {
      byte[] rubbish = new byte[1 + random.nextInt(64)];
      random.nextBytes(rubbish);
      try (RawSocket raw = RawSocket.open(site, "echo/")) {
        raw.write(rubbish);
      }
    }
  }

  @Test
  void aMessageOfEndlessPiecesIsCutOffAtTheLimit() throws IOException {
    try (RawSocket raw = RawSocket.open(site, "echo/")) {
      raw.frame(RawSocket.TEXT, new byte[1_000]);
      for (int i = 0; i < 100; i++) {
        raw.frame(0, new byte[1_000]);
      }
      assertThat(raw.next().toString())
          .isEqualTo("close 1009 A message is larger than 65536 bytes");
    }
  }

  @Test
  void piecesWithoutContentAreCounted() throws IOException {
    try (RawSocket raw = RawSocket.open(site, "echo/")) {
      raw.frame(RawSocket.TEXT, NOTHING);
      for (int i = 0; i < 5_000; i++) {
        raw.frame(0, NOTHING);
      }
      assertThat(raw.next().toString()).isEqualTo("close 1008 Too many messages");
    }
  }

  @Test
  void pingsAreAnsweredUpToARate() throws IOException {
    try (RawSocket raw = RawSocket.open(site, "echo/")) {
      raw.frame(RawSocket.FIN | RawSocket.PING, new byte[125]);
      assertThat(raw.next()).hasToString("pong 125");
      for (int i = 0; i < 5_000; i++) {
        raw.frame(RawSocket.FIN | RawSocket.PING, NOTHING);
      }
      RawSocket.Frame frame = raw.next();
      while (frame.opcode() == RawSocket.PONG) {
        frame = raw.next();
      }
      assertThat(frame.toString()).matches("close 1008 Too many messages|end");
    }
  }

  @Test
  void aClientThatAnswersPingsStaysAndOneThatDoesNotIsCutOff() throws IOException {
    try (RawSocket quiet = RawSocket.open(site, "echo/")) {
      for (int pings = 0; pings < 8; pings++) {
        assertThat(quiet.read()).hasToString("ping");
        quiet.frame(RawSocket.FIN | RawSocket.PONG, NOTHING);
      }
      quiet.text("here");
      RawSocket.Frame frame = quiet.read();
      while (frame.opcode() == RawSocket.PING) {
        frame = quiet.read();
      }
      assertThat(frame).hasToString("text here");
      int unanswered = 0;
      while (quiet.read().opcode() == RawSocket.PING) {
        unanswered++;
      }
      assertThat(unanswered).isBetween(2, 4);
    }
  }

  @Test
  void aClientOfAGroupThatReadsNothingIsCutOffAndHoldsNobodyUp() throws IOException {
    try (LiveSite patient = LiveSite.start(SocketsUnderAttackTest::urls);
        RawSocket slow = RawSocket.open(patient, "feed/");
        RawSocket quick = RawSocket.open(patient, "feed/")) {
      assertThat(slow.next()).hasToString("text ready");
      assertThat(quick.next()).hasToString("text ready");
      String large = "x".repeat(60_000);
      int sent = 0;
      while (members(patient, "feed") == 2 && sent < 2_000) {
        patient.site().run(() -> Groups.send("feed", large));
        assertThat(quick.next().payload()).hasSize(large.length());
        sent++;
      }
      assertThat(sent).isLessThan(2_000);
      assertThat(members(patient, "feed")).isEqualTo(1);
    }
  }

  @Test
  void aClientMayMissWhatIsSoonReplaced() throws IOException {
    try (LiveSite patient = LiveSite.start(SocketsUnderAttackTest::urls);
        RawSocket slow = RawSocket.open(patient, "latest/")) {
      assertThat(slow.next()).hasToString("text ready");
      for (int i = 0; i < 1_000; i++) {
        String position = i + " " + "x".repeat(20_000);
        patient.site().run(() -> Groups.send("latest", position));
      }
      int received = 0;
      String last = "";
      while (!last.startsWith("text 999 ")) {
        last = slow.next().toString();
        received++;
      }
      assertThat(received).isLessThan(1_000);
    }
  }

  @Test
  void aClientHasToWaitForABusyHandler() throws Exception {
    try (RawSocket raw = RawSocket.open(site, "busy/")) {
      byte[] message = RawSocket.masked(RawSocket.FIN | RawSocket.TEXT, new byte[10]);
      for (int i = 0; i < 30; i++) {
        raw.write(message);
      }
      raw.text("last");
      MAY_READ.countDown();
      assertThat(raw.next()).hasToString("text read 31");
    }
  }

  private static int members(LiveSite at, String group) {
    int[] size = new int[1];
    at.site().run(() -> size[0] = Groups.size(group));
    return size[0];
  }

  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  private static byte[] concat(byte[] first, byte[] second) {
    ByteArrayOutputStream both = new ByteArrayOutputStream();
    both.writeBytes(first);
    both.writeBytes(second);
    return both.toByteArray();
  }
}
