package io.quintet.http.jetty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quintet.core.App;
import io.quintet.core.AppConfig;
import io.quintet.core.CoreSettings;
import io.quintet.core.SiteContext;
import io.quintet.core.settings.DataSize;
import io.quintet.http.HttpApp;
import io.quintet.http.HttpSettings;
import io.quintet.http.Request;
import io.quintet.http.Response;
import io.quintet.http.routing.RouteSource;
import io.quintet.http.routing.Router;
import io.quintet.http.routing.Routes;
import io.quintet.http.spi.ServerConfig;
import io.quintet.http.spi.ServerRunner;
import io.quintet.http.spi.ServerStartException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JettyServerTest {
  /** Released by each request that gets stuck. */
  private static final Semaphore STUCK = new Semaphore(0);

  private static final CountDownLatch SLOW_STARTED = new CountDownLatch(1);
  private static final CountDownLatch SLOW_MAY_END = new CountDownLatch(1);
  private static SiteContext site;
  private static ServerRunner server;

  private static void urls(Routes routes) {
    routes.path("", request -> Response.html("<h1>Hello</h1>"));
    routes.path(
        "thread/", request -> Response.text("virtual " + Thread.currentThread().isVirtual()));
    routes.path("echo/", request -> Response.text(request.text())).methods("POST").csrfExempt();
    routes.path("path/<path:path>", (Request request, String path) -> Response.text(path));
    routes.path(
        "stream/",
        request ->
            Response.stream(
                "text/plain",
                out -> {
                  for (int i = 0; i < 3; i++) {
                    out.write(("part " + i + "\n").getBytes(StandardCharsets.UTF_8));
                    out.flush();
                  }
                }));
    routes.path(
        "broken/",
        request ->
            Response.stream(
                "text/plain",
                out -> {
                  out.write(new byte[100_000]);
                  out.flush();
                  throw new IOException("the source failed");
                }));
    routes.path("headers/", request -> Response.text(String.join(",", request.headers().names())));
    routes.path(
        "stuck/",
        request -> {
          STUCK.release();
          new CountDownLatch(1).await();
          return Response.text("never");
        });
  }

  private static SiteContext newSite() {
    return SiteContext.builder("test")
        .apps(new HttpApp(), new UrlsApp())
        .env(Map.of())
        .set(CoreSettings.SECRET_KEY, "a-secret-key-for-tests-only-0123456789")
        .set(HttpSettings.ALLOWED_HOSTS, List.of("localhost", "127.0.0.1"))
        .set(HttpSettings.MAX_FORM_SIZE, DataSize.ofKilobytes(64))
        .build();
  }

  private record UrlsApp() implements App {
    @Override
    public String label() {
      return "urls";
    }

    @Override
    public void configure(AppConfig config) {
      config.add(
          Router.ROOTS,
          new RouteSource() {
            @Override
            public String namespace() {
              return "";
            }

            @Override
            public void define(Routes routes) {
              urls(routes);
              routes.path(
                  "slow/",
                  request -> {
                    SLOW_STARTED.countDown();
                    SLOW_MAY_END.await();
                    return Response.text("done");
                  });
            }
          });
    }
  }

  private static ServerConfig config() {
    return new ServerConfig(
        "127.0.0.1", 0, 50, 8_192, Duration.ofSeconds(5), Duration.ofSeconds(20));
  }

  @BeforeAll
  static void start() {
    site = newSite();
    server = ServerRunner.start(site, config());
  }

  @AfterAll
  static void stop() {
    server.close();
    site.close();
  }

  private static HttpResponse<String> get(String path) throws Exception {
    return send(HttpRequest.newBuilder(URI.create(server.url() + path)).build());
  }

  private static HttpResponse<String> send(HttpRequest request) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request, BodyHandlers.ofString());
    }
  }

  /** Sends the text as it is and returns everything until the server closes. */
  private static String raw(String text) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", server.port())) {
      socket.setSoTimeout(4_000);
      OutputStream out = socket.getOutputStream();
      out.write(text.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1));
      out.flush();
      socket.shutdownOutput();
      InputStream in = socket.getInputStream();
      return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
    }
  }

  @Test
  void answersOverHttp11WithALength() throws Exception {
    HttpResponse<String> plain = get("");
    assertThat(plain.body()).isEqualTo("<h1>Hello</h1>");
    assertThat(plain.version()).isEqualTo(HttpClient.Version.HTTP_1_1);
    assertThat(plain.headers().firstValue("Content-Length")).hasValue("14");
  }

  @Test
  void speaksHttp2WithClientsThatBeginWithIt() throws IOException {
    try (Socket socket = new Socket("127.0.0.1", server.port())) {
      socket.setSoTimeout(4_000);
      byte[] preface = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
      socket.getOutputStream().write(preface);
      socket.getOutputStream().write(new byte[] {0, 0, 0, 4, 0, 0, 0, 0, 0});
      socket.getOutputStream().flush();
      byte[] frame = socket.getInputStream().readNBytes(9);
      assertThat(frame[3]).as("type of the first frame: SETTINGS").isEqualTo((byte) 4);
    }
  }

  @Test
  void saysNothingAboutItself() throws Exception {
    assertThat(get("").headers().map())
        .doesNotContainKeys("server", "x-powered-by")
        .containsKey("date");
  }

  @Test
  void runsEachRequestOnAVirtualThread() throws Exception {
    assertThat(get("thread/").body()).isEqualTo("virtual true");
  }

  @Test
  void streamsAndReadsBodies() throws Exception {
    assertThat(get("stream/").body()).isEqualTo("part 0\npart 1\npart 2\n");
    String body = "x".repeat(60_000);
    HttpRequest chunked =
        HttpRequest.newBuilder(URI.create(server.url() + "echo/"))
            .header("Content-Type", "text/plain")
            .POST(
                HttpRequest.BodyPublishers.ofInputStream(
                    () -> new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8))))
            .build();
    assertThat(send(chunked).body()).isEqualTo(body);
  }

  @Test
  void aBodyWithoutLengthIsStillLimited() throws Exception {
    HttpRequest chunked =
        HttpRequest.newBuilder(URI.create(server.url() + "echo/"))
            .version(HttpClient.Version.HTTP_1_1)
            .POST(
                HttpRequest.BodyPublishers.ofInputStream(
                    () -> new ByteArrayInputStream(new byte[100_000])))
            .build();
    assertThat(send(chunked).statusCode()).isEqualTo(413);
  }

  @Test
  void aFailureInTheMiddleBreaksTheConnectionOff() {
    assertThatThrownBy(() -> get("broken/")).isInstanceOf(IOException.class);
  }

  @Test
  void pathsAreDecodedOnce() throws Exception {
    assertThat(get("path/100%25.txt").body()).isEqualTo("100%.txt");
    assertThat(get("path/%25%32%65").body()).isEqualTo("%2e");
    assertThat(get("path/%C3%BC%20x").body()).isEqualTo("ü x");
  }

  @Test
  void namesWithAnUnderscoreAreDropped() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(server.url() + "headers/"))
            .header("X_Forwarded_For", "1.2.3.4")
            .build();
    assertThat(send(request).body()).doesNotContainIgnoringCase("forwarded");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET / HTTP/1.1\nHost: localhost\nHost: evil.example\n\n",
        "GET / HTTP/1.1\nHost: localhost\n folded: x\n\n",
        "GET / HTTP/1.1\nHost : localhost\n\n",
        "GET / HTTP/9.9\nHost: localhost\n\n",
        "G@T / HTTP/1.1\nHost: localhost\n\n",
        "POST /echo/ HTTP/1.1\nHost: localhost\nContent-Length: 5\nTransfer-Encoding: chunked\n\n0\n\n",
        "POST /echo/ HTTP/1.1\nHost: localhost\nContent-Length: 5\nContent-Length: 6\n\nhello",
        "POST /echo/ HTTP/1.1\nHost: localhost\nContent-Length: +5\n\nhello",
        "POST /echo/ HTTP/1.1\nHost: localhost\nTransfer-Encoding: xchunked\n\n0\n\n",
        "POST /echo/ HTTP/1.1\nHost: localhost\nTransfer-Encoding: chunked, identity\n\n0\n\n",
        "POST /echo/ HTTP/1.1\nHost: localhost\nTransfer-Encoding: chunked\n\nzz\nhello\n0\n\n",
        "POST /echo/ HTTP/1.1\nHost: localhost\nTransfer-Encoding: chunked\n\n5\nhelloX0\n\n",
        "POST /echo/ HTTP/1.1\nHost: localhost\nTransfer-Encoding: chunked\n\nffffffffffffffff\nhello\n0\n\n"
      })
  void malformedAndAmbiguousRequestsAreRefusedAndNothingAfterThemIsAnswered(String request)
      throws IOException {
    String answer = raw(request + "GET /thread/ HTTP/1.1\nHost: localhost\n\n");
    assertThat(answer).doesNotContain("virtual");
    if (!answer.isEmpty()) {
      assertThat(answer).matches("(?s)HTTP/1.1 (400|501|505) .*");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET / HTTP/1.1\n\n",
        "GET /path/%2e%2e/%2e%2e/etc/passwd HTTP/1.1\nHost: localhost\n\n",
        "GET /path/..;/x HTTP/1.1\nHost: localhost\n\n",
        "GET /path/a%2fb HTTP/1.1\nHost: localhost\n\n",
        "GET /path/%c0%ae%c0%ae/ HTTP/1.1\nHost: localhost\n\n",
        "GET /path/a\u0000b HTTP/1.1\nHost: localhost\n\n"
      })
  void ambiguousAddressesAre400(String request) throws IOException {
    assertThat(raw(request)).matches("(?s)(HTTP/1.1 400 .*)?");
  }

  @Test
  void oversizeHeadersAre431() throws IOException {
    String answer = raw("GET / HTTP/1.1\nHost: localhost\nX-Long: " + "a".repeat(20_000) + "\n\n");
    assertThat(answer).startsWith("HTTP/1.1 431 ");
  }

  @Test
  void errorsBeforeTheSiteAreOneLineAndTellNothing() throws IOException {
    String answer = raw("GET /path/a%2fb<script> HTTP/1.1\nHost: localhost\n\n");
    assertThat(answer)
        .contains("400 Bad Request")
        .contains("text/plain")
        .doesNotContainIgnoringCase("jetty")
        .doesNotContain("<script>");
  }

  @Test
  void aTakenPortIsOneLineThatNamesItAndWhatToDo() {
    ServerConfig taken = config().at("127.0.0.1", server.port());
    assertThatThrownBy(() -> ServerRunner.start(newSite(), taken))
        .isInstanceOf(ServerStartException.class)
        .hasMessage(
            "Port %d at 127.0.0.1 is taken by another program. Stop that one, or choose another port: runserver %d (or set QUINTET_HTTP_PORT)"
                .formatted(server.port(), server.port() + 1));
  }

  @Test
  void aGracefulStopLetsRunningRequestsEnd() throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      ServerRunner other = ServerRunner.start(newSite(), config());
      int port = other.port();
      CompletableFuture<HttpResponse<String>> slow =
          client.sendAsync(
              HttpRequest.newBuilder(URI.create(other.url() + "slow/"))
                  .version(HttpClient.Version.HTTP_1_1)
                  .build(),
              BodyHandlers.ofString());
      SLOW_STARTED.await();
      Thread stopping = Thread.startVirtualThread(() -> other.stop(Duration.ofSeconds(10)));
      SLOW_MAY_END.countDown();
      assertThat(slow.get().body()).isEqualTo("done");
      stopping.join();
      assertThatThrownBy(() -> new Socket("127.0.0.1", port)).isInstanceOf(IOException.class);
    }
  }

  @Test
  void requestsBeyondTheLimitAre503WithRetryAfter() throws Exception {
    ServerConfig one =
        new ServerConfig("127.0.0.1", 0, 1, 8_192, Duration.ofSeconds(5), Duration.ofSeconds(2));
    try (ServerRunner small = ServerRunner.start(newSite(), one);
        HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      CompletableFuture<HttpResponse<String>> stuck =
          client.sendAsync(
              HttpRequest.newBuilder(URI.create(small.url() + "stuck/")).build(),
              BodyHandlers.ofString());
      assertThat(STUCK.tryAcquire(10, TimeUnit.SECONDS)).as("the only place is taken").isTrue();
      HttpResponse<String> refused =
          client.send(
              HttpRequest.newBuilder(URI.create(small.url())).build(), BodyHandlers.ofString());
      assertThat(refused.statusCode()).isEqualTo(503);
      assertThat(refused.headers().firstValue("Retry-After")).hasValue("1");
      assertThat(stuck.get().statusCode()).as("interrupted by the request time-out").isEqualTo(500);
    }
  }
}
