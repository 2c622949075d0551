package io.quintet.http.jetty;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Clients that are slow or never end. Each is answered or cut off, and in between a regular visitor
 * is served.
 */
class SlowClientsTest {
  private static final Duration IDLE = Duration.ofMillis(600);
  private static final Duration REQUEST = Duration.ofMillis(900);

  /** Far more often than the server's patience for silence. */
  private static final int PACE_MILLIS = 60;

  private static final int MOST_PACES = 500;

  /** More than all buffers between the two ends of a connection on this machine can hold. */
  private static final long MANY_BYTES = 64L * 1_024 * 1_024;

  private static SiteUnderAttack site;

  @BeforeAll
  static void start() {
    site = SiteUnderAttack.start(IDLE, REQUEST);
  }

  @AfterAll
  static void stop() {
    site.close();
  }

  /**
   * Sends a piece again and again, each after a pause that is a wait for an answer; returns how
   * often until the server closed.
   */
  private static int trickle(Socket socket, String piece) throws IOException {
    socket.setSoTimeout(PACE_MILLIS);
    for (int sent = 1; sent <= MOST_PACES; sent++) {
      try {
        SiteUnderAttack.send(socket, piece);
        while (socket.getInputStream().read() >= 0) {
          // the answer, if there is one, is read to its end
        }
        return sent;
      } catch (SocketTimeoutException silence) {
        assertThat(site.visitor()).endsWith("hello");
      } catch (IOException closed) {
        return sent;
      }
    }
    return MOST_PACES;
  }

  @Test
  void headersThatComeByteByByteAreCutOff() throws IOException {
    try (Socket socket = site.connect()) {
      SiteUnderAttack.send(socket, "GET / HTTP/1.1\r\nHost: localhost\r\nX: ");
      assertThat(trickle(socket, "a")).isLessThan(MOST_PACES);
    }
  }

  @Test
  void headersThatComeLineByLineAreCutOff() throws IOException {
    try (Socket socket = site.connect()) {
      SiteUnderAttack.send(socket, "GET / HTTP/1.1\r\nHost: localhost\r\n");
      assertThat(trickle(socket, "X: y\r\n")).isLessThan(MOST_PACES);
    }
  }

  @Test
  void aSecondRequestMayNotBeSlowerThanTheFirst() throws IOException {
    try (Socket socket = site.connect()) {
      SiteUnderAttack.send(socket, "GET / HTTP/1.1\r\nHost: localhost\r\n\r\nGET /");
      assertThat(trickle(socket, "a")).isLessThan(MOST_PACES);
    }
  }

  @Test
  void emptyLinesBeforeTheRequestAreCutOff() throws IOException {
    try (Socket socket = site.connect()) {
      assertThat(trickle(socket, "\r\n")).isLessThan(MOST_PACES);
    }
  }

  @Test
  void aBodyThatComesByteByByteIsCutOff() throws IOException {
    try (Socket socket = site.connect()) {
      SiteUnderAttack.send(
          socket, "POST /echo/ HTTP/1.1\r\nHost: localhost\r\nContent-Length: 60000\r\n\r\n");
      assertThat(trickle(socket, "a")).isLessThan(MOST_PACES);
    }
  }

  @Test
  void chunksThatComeOneByOneAreCutOff() throws IOException {
    try (Socket socket = site.connect()) {
      SiteUnderAttack.send(
          socket, "POST /echo/ HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n");
      assertThat(trickle(socket, "1\r\na\r\n")).isLessThan(MOST_PACES);
    }
  }

  @Test
  void aClientThatNeverReadsItsAnswerIsCutOff() throws Exception {
    try (Socket socket = site.connect()) {
      SiteUnderAttack.send(socket, "GET /endless/ HTTP/1.1\r\nHost: localhost\r\n\r\n");
      assertThat(SiteUnderAttack.ENDLESS_BEGUN.tryAcquire(20, TimeUnit.SECONDS)).isTrue();
      assertThat(site.visitor()).endsWith("hello");
      assertThat(SiteUnderAttack.ENDLESS_ENDED.tryAcquire(20, TimeUnit.SECONDS))
          .as("the view is interrupted")
          .isTrue();
    }
  }

  @Test
  void aSilentConnectionIsClosed() throws IOException {
    try (Socket socket = site.connect()) {
      assertThat(SiteUnderAttack.readAll(socket)).isEmpty();
    }
  }

  @Test
  void endlessHeadersAreCutOffNearTheLimit() throws IOException {
    for (String piece : List.of("a".repeat(1_000), "X: y\r\n".repeat(200), "a\r\nX: ")) {
      long sent = flood("GET / HTTP/1.1\r\nHost: localhost\r\nX: ", piece);
      assertThat(sent).as("bytes taken of " + piece.length()).isLessThan(MANY_BYTES);
      assertThat(site.visitor()).endsWith("hello");
    }
  }

  @Test
  void anEndlessAddressIsCutOffNearTheLimit() throws IOException {
    assertThat(flood("GET /", "a".repeat(1_000))).isLessThan(MANY_BYTES);
    assertThat(site.visitor()).endsWith("hello");
  }

  @Test
  void anEndlessBodyIsCutOffNearTheLimit() throws IOException {
    String head = "POST /echo/ HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n";
    String chunk = "400\r\n" + "a".repeat(1_024) + "\r\n";
    assertThat(flood(head, chunk)).isLessThan(MANY_BYTES);
    assertThat(flood(head, "1;" + "x=y;".repeat(200) + "\r\na\r\n")).isLessThan(MANY_BYTES);
    assertThat(site.visitor()).endsWith("hello");
  }

  @Test
  void memoryStaysFlatHoweverOftenItIsTried() throws IOException {
    attackInRounds(20);
    long before = SiteUnderAttack.heap();
    attackInRounds(100);
    assertThat(SiteUnderAttack.heap()).isLessThan(2 * before);
  }

  private static void attackInRounds(int rounds) throws IOException {
    List<Socket> open = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      flood("GET / HTTP/1.1\r\nHost: localhost\r\nX: ", "a".repeat(1_000));
      Socket half = site.connect();
      SiteUnderAttack.send(half, "POST /echo/ HTTP/1.1\r\nHost: localhost\r\nX: " + round);
      open.add(half);
    }
    assertThat(site.visitor()).endsWith("hello");
    for (Socket socket : open) {
      assertThat(SiteUnderAttack.readAll(socket)).doesNotContain("length");
      socket.close();
    }
  }

  /** Sends the piece until the server closes; returns the bytes that it took. */
  private static long flood(String head, String piece) throws IOException {
    long sent = 0;
    try (Socket socket = site.connect()) {
      SiteUnderAttack.send(socket, head);
      while (sent < MANY_BYTES) {
        SiteUnderAttack.send(socket, piece);
        sent += piece.length();
      }
    } catch (IOException closed) {
      return sent;
    }
    return sent;
  }
}
