package io.quintet.http.jetty;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Requests whose end two programs could see in different places. The body holds a request of its
 * own; it must never be answered as one, and nothing that follows a refused request may be.
 */
class RequestSmugglingTest {
  private static final String HIDDEN = "GET /marker/ HTTP/1.1\r\nHost: localhost\r\n\r\n";
  private static SiteUnderAttack site;

  @BeforeAll
  static void start() {
    site = SiteUnderAttack.start(Duration.ofSeconds(5), Duration.ofSeconds(20));
  }

  @AfterAll
  static void stop() throws IOException {
    assertThat(site.visitor()).as("served after all of it").endsWith("hello");
    site.close();
  }

  /** Every spelling of a length with every spelling of a transfer encoding. */
  static Stream<String> twoFramings() {
    String body = "0\r\n\r\n" + HIDDEN;
    int whole = body.length();
    List<String> lengths =
        List.of(
            "Content-Length: " + whole,
            "Content-Length: 5",
            "Content-Length: " + whole + "\r\nContent-Length: 5",
            "Content-Length: 5\r\nContent-Length: " + whole,
            "content-length:" + whole + "\r\nCONTENT-LENGTH: 0",
            "Content-Length: " + whole + ", 5",
            "Content-Length: +" + whole,
            "Content-Length: -1",
            "Content-Length: 0x5",
            "Content-Length: 5.0",
            "Content-Length: 1844674407370955162" + whole,
            "Content-Length: 5 5",
            "Content-Length: \u000b5",
            "Content-Length : 5",
            "Content-Length\u0000: 5",
            "Content_Length: 5\r\nContent-Length: " + whole);
    List<String> encodings =
        List.of(
            "Transfer-Encoding: chunked",
            "transfer-encoding:chunked",
            "Transfer-Encoding : chunked",
            "Transfer-Encoding\t: chunked",
            "Transfer-Encoding:\tchunked",
            "Transfer-Encoding: \u000bchunked",
            "Transfer-Encoding: chunked\u0000",
            " Transfer-Encoding: chunked",
            "X: y\r\n Transfer-Encoding: chunked",
            "X: y\nTransfer-Encoding: chunked",
            "X: y\rTransfer-Encoding: chunked",
            "Transfer-Encoding:\r\n chunked",
            "Transfer-Encoding: chunked, identity",
            "Transfer-Encoding: identity, chunked",
            "Transfer-Encoding: chunked, chunked",
            "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity",
            "Transfer-Encoding: identity\r\nTransfer-Encoding: chunked",
            "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked",
            "Transfer-Encoding: \"chunked\"",
            "Transfer-Encoding: chunked;q=1",
            "Transfer-Encoding: xchunked",
            "Transfer-Encoding: gzip, chunked",
            "\u0000Transfer-Encoding: chunked");
    List<String> requests = new ArrayList<>();
    for (String length : lengths) {
      for (String encoding : encodings) {
        requests.add(request(length + "\r\n" + encoding) + body);
        requests.add(request(encoding + "\r\n" + length) + body);
      }
    }
    return requests.stream();
  }

  private static String request(String headers) {
    return "POST /echo/ HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\n"
        + headers
        + "\r\n\r\n";
  }

  @Test
  void aRequestWithTwoFramingsIsRefusedOrReadInOneWay() throws IOException {
    List<String> requests = twoFramings().toList();
    assertThat(requests).hasSizeGreaterThan(700);
    for (String request : requests) {
      String answer = site.exchange(request);
      assertThat(answer).as(request).doesNotContain(SiteUnderAttack.MARKER);
      assertThat(answer).as(request).matches("(?s)(HTTP/1\\.1 (200|400|411|501) .*|<reset>)?");
    }
  }

  /** A size line of a chunk of five bytes, as the grammar has it. */
  @ParameterizedTest
  @ValueSource(strings = {"5", "05", "0000005", "5;name=value", "5;a=b;c", "5;a=\"b\""})
  void aChunkOfTheGrammarIsReadAndTheNextRequestIsAnswered(String size) throws IOException {
    String answer = site.exchange(chunked(size + "\r\nhello\r\n0\r\n\r\n"));
    assertThat(answer).contains("length 5.").contains(SiteUnderAttack.MARKER);
  }

  static Stream<String> brokenChunks() {
    return Stream.of(
        "0x5\r\nhello\r\n0\r\n\r\n",
        "+5\r\nhello\r\n0\r\n\r\n",
        "-5\r\nhello\r\n0\r\n\r\n",
        "5\nhello\r\n0\r\n\r\n",
        "5\rhello\r\n0\r\n\r\n",
        "5\rX\nhello\r\n0\r\n\r\n",
        "5\r\nhello\n0\r\n\r\n",
        "5\r\nhelloX\n0\r\n\r\n",
        "5\r\nhello0\r\n\r\n",
        "5\r\nhello\r\n0\rX\r\n\r\n",
        "5\r\nhello\r\n0\r\n\rX",
        "5\r\nhello\r\nx\r\n\r\n",
        "\r\n5\r\nhello\r\n0\r\n\r\n",
        "fffffffffffffffff\r\nhello\r\n0\r\n\r\n",
        "80000000\r\nhello\r\n0\r\n\r\n",
        "5;a\nb\r\nhello\r\n0\r\n\r\n",
        "5,0\r\nhello\r\n0\r\n\r\n",
        "\u0035\u0660\r\nhello\r\n0\r\n\r\n",
        "5" + ";x=y".repeat(5_000) + "\r\nhello\r\n0\r\n\r\n",
        "5\r\nhello\r\n0\r\n" + "Trailer: x\r\n".repeat(2_000) + "\r\n");
  }

  @ParameterizedTest
  @MethodSource("brokenChunks")
  void aBrokenChunkEndsTheConnection(String chunks) throws IOException {
    assertThat(site.exchange(chunked(chunks))).doesNotContain(SiteUnderAttack.MARKER);
  }

  private static String chunked(String chunks) {
    return request("Transfer-Encoding: chunked") + chunks + HIDDEN;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET / HTTP/1.1\nHost: localhost\n\n",
        "GET / HTTP/1.1\r\nHost: localhost\nX: y\r\n\r\n",
        "GET / HTTP/1.1 \r\nHost: localhost\r\n\r\n",
        "GET /\tHTTP/1.1\r\nHost: localhost\r\n\r\n",
        "GET / HTTP/1.1\r\n Host: localhost\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: localhost\r\nHost: localhost\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: localhost\r\nX Y: z\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: localhost\r\nX\u0001: z\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: localhost\r\nX: a\rb\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: localhost\r\n: empty\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: localhost\r\nno colon\r\n\r\n",
        "GET / HTTP/2.0\r\nHost: localhost\r\n\r\n",
        "GET /\r\nHost: localhost\r\n\r\n",
        "GET evil.example:80 HTTP/1.1\r\nHost: localhost\r\n\r\n"
      })
  void aMalformedHeadIsRefusedAndNothingAfterItAnswered(String head) throws IOException {
    String answer = site.exchange(head + HIDDEN);
    assertThat(answer).doesNotContain(SiteUnderAttack.MARKER).doesNotContain("hello");
  }

  @Test
  void aNameWithAnUnderscoreFramesNothing() throws IOException {
    String body = "0\r\n\r\n" + HIDDEN;
    String length = "Content-Length: " + body.length();
    assertThat(site.exchange(request(length + "\r\nTransfer_Encoding: chunked") + body))
        .contains("length " + body.length() + ".")
        .doesNotContain(SiteUnderAttack.MARKER);
    assertThat(site.exchange(request("Content_Length: 5\r\n" + length) + body))
        .contains("length " + body.length() + ".");
  }

  @Test
  void anAddressThatNamesAnotherHostThanTheHeaderIsRefused() throws IOException {
    assertThat(site.exchange("GET http://evil.example/ HTTP/1.1\r\nHost: localhost\r\n\r\n"))
        .startsWith("HTTP/1.1 400 ");
  }

  @Test
  void theProtocolOfProxiesIsNotSpoken() throws IOException {
    String answer = site.exchange("PROXY TCP4 6.6.6.6 127.0.0.1 1 2\r\n" + HIDDEN);
    assertThat(answer).doesNotContain(SiteUnderAttack.MARKER);
  }
}
