package io.quintet.http.jetty;

import static org.assertj.core.api.Assertions.assertThat;

import io.quintet.http.jetty.Http2Client.Frame;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Clients that use up a server through HTTP/2 are sent away; others are served meanwhile. */
class Http2AttackTest {
  /** Far beyond the events that a connection may cause in a second. */
  private static final int MANY = 20_000;

  private static final int CANCEL = 8;
  private static SiteUnderAttack site;

  @BeforeAll
  static void start() {
    site = SiteUnderAttack.start(Duration.ofSeconds(5), Duration.ofSeconds(20));
  }

  @AfterAll
  static void stop() {
    site.close();
  }

  /** One step of an attack, on a stream of its own. */
  private interface Step {
    void on(Http2Client client, int stream) throws IOException;
  }

  /** Repeats a step until the server breaks the connection off; returns how often. */
  private static int attack(Step step) throws IOException {
    try (Http2Client client = new Http2Client(site.connect())) {
      for (int i = 0; i < MANY; i++) {
        try {
          step.on(client, 2 * i + 1);
        } catch (IOException closed) {
          return i;
        }
        if (i % 1_000 == 0) {
          assertThat(site.visitor()).endsWith("hello");
        }
      }
      return client.await(Http2Client.GOAWAY) == null ? MANY : MANY - 1;
    }
  }

  @Test
  void aRegularRequestIsAnswered() throws IOException {
    try (Http2Client client = new Http2Client(site.connect())) {
      get(client, 1);
      Frame answer = client.await(Http2Client.DATA);
      assertThat(answer).isNotNull();
      assertThat(new String(answer.payload(), java.nio.charset.StandardCharsets.US_ASCII))
          .isEqualTo("hello");
    }
  }

  private static void get(Http2Client client, int stream) throws IOException {
    client.send(
        Http2Client.HEADERS,
        Http2Client.END_STREAM | Http2Client.END_HEADERS,
        stream,
        Http2Client.getRequest());
  }

  /** CVE-2023-44487. */
  @Test
  void rapidResetsEndTheConnection() throws IOException {
    assertThat(
            attack((client, stream) -> {
              get(client, stream);
              client.send(Http2Client.RST_STREAM, 0, stream, Http2Client.number(CANCEL));
            }))
        .isLessThan(MANY);
  }

  /** CVE-2025-55163, MadeYouReset: the client makes the server reset its own streams. */
  @Test
  void resetsThatTheServerIsMadeToSendEndTheConnection() throws IOException {
    assertThat(
            attack((client, stream) -> {
              get(client, stream);
              client.send(Http2Client.WINDOW_UPDATE, 0, stream, Http2Client.number(0));
            }))
        .isLessThan(MANY);
    assertThat(
            attack((client, stream) -> {
              get(client, stream);
              client.send(Http2Client.DATA, 0, stream, new byte[1]);
            }))
        .isLessThan(MANY);
  }

  @Test
  void floodsOfControlFramesEndTheConnection() throws IOException {
    assertThat(attack((client, stream) -> client.send(Http2Client.PING, 0, 0, new byte[8])))
        .isLessThan(MANY);
    assertThat(attack((client, stream) -> client.send(Http2Client.SETTINGS, 0, 0)))
        .isLessThan(MANY);
    assertThat(
            attack((client, stream) ->
                client.send(Http2Client.PRIORITY, 0, stream, new byte[] {0, 0, 0, 0, 1})))
        .isLessThan(MANY);
    assertThat(attack((client, stream) -> client.send(Http2Client.DATA, 0, 1))).isLessThan(MANY);
  }

  /** CVE-2024-27316 and its siblings: a header block without an end. */
  @Test
  void headersThatNeverEndAreCutOff() throws IOException {
    try (Http2Client client = new Http2Client(site.connect())) {
      client.send(Http2Client.HEADERS, 0, 1, Http2Client.getRequest());
      int sent = 0;
      try {
        for (; sent < MANY; sent++) {
          client.send(Http2Client.CONTINUATION, 0, 1, new byte[8_192]);
        }
      } catch (IOException closed) {
        assertThat(sent).isLessThan(MANY);
      }
      assertThat(sent).isLessThan(MANY);
    }
    assertThat(site.visitor()).endsWith("hello");
  }

  @Test
  void memoryStaysFlatHoweverOftenItIsTried() throws IOException {
    rapidResets(5);
    long before = SiteUnderAttack.heap();
    rapidResets(20);
    assertThat(SiteUnderAttack.heap()).isLessThan(2 * before);
  }

  private static void rapidResets(int connections) throws IOException {
    for (int i = 0; i < connections; i++) {
      attack((client, stream) -> {
        get(client, stream);
        client.send(Http2Client.RST_STREAM, 0, stream, Http2Client.number(CANCEL));
      });
    }
  }
}
