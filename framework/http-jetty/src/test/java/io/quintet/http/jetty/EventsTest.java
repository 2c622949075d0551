package io.quintet.http.jetty;

import static org.assertj.core.api.Assertions.assertThat;

import io.quintet.http.Response;
import io.quintet.http.events.EventStream;
import io.quintet.http.events.EventStreams;
import io.quintet.http.events.ServerEvent;
import io.quintet.http.events.StreamClosed;
import io.quintet.http.groups.Groups;
import io.quintet.http.routing.Routes;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class EventsTest {
  private static final BlockingQueue<String> ENDINGS = new LinkedBlockingQueue<>();
  private static LiveSite site;

  private static void urls(Routes routes) {
    routes.path("", request -> Response.text("hello"));
    routes.path(
        "count/",
        request ->
            EventStreams.open(
                request,
                events -> {
                  long seen = events.lastEventId().map(Long::parseLong).orElse(0L);
                  for (long i = seen + 1; i <= 3; i++) {
                    events.send(
                        ServerEvent.of("number\n" + i)
                            .withId(i)
                            .named("count")
                            .withRetry(Duration.ofSeconds(2)));
                  }
                }));
    routes.path("news/", request -> EventStreams.open(request, EventsTest::news));
    routes.path(
        "endless/",
        request ->
            EventStreams.open(
                request,
                events -> {
                  try {
                    while (true) {
                      events.send("x".repeat(10_000));
                    }
                  } catch (StreamClosed | InterruptedException e) {
                    ENDINGS.add(e.getClass().getSimpleName());
                    throw e;
                  }
                }));
  }

  private static void news(EventStream events) throws InterruptedException {
    events.join("news", text -> ServerEvent.of(text).named("news"));
    events.send("ready");
    events.await();
    ENDINGS.add("await returned");
  }

  @BeforeAll
  static void start() {
    // A request may take two seconds here, and a connection be idle as long; a stream may be
    // longer.
    site =
        LiveSite.start(
            LiveSite.config(Duration.ofSeconds(2)),
            EventsTest::urls,
            "QUINTET_HTTP_LIVE_PING=200ms");
  }

  @AfterAll
  static void stop() {
    site.close();
  }

  private static HttpResponse<String> get(String path, String... headers) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(site.url(path)));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
  }

  /** A stream that is read line by line. */
  private static final class Reader implements AutoCloseable {
    private final Socket socket;
    private final BufferedReader lines;

    Reader(LiveSite at, String path) throws IOException {
      socket = at.connect();
      // HTTP/1.0: what comes is the content itself, until the end of the connection.
      LiveSite.send(socket, "GET /" + path + " HTTP/1.0\r\nHost: localhost\r\n\r\n");
      lines =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
      String line = lines.readLine();
      while (!line.isEmpty()) {
        line = lines.readLine();
      }
    }

    /** The next event's lines, joined; "end" if there is none. Heart-beats are skipped. */
    String next() throws IOException {
      List<String> event = new ArrayList<>();
      String line = lines.readLine();
      while (line != null && (!line.isEmpty() || event.isEmpty())) {
        if (!line.isEmpty() && !line.equals(":")) {
          event.add(line);
        }
        line = lines.readLine();
      }
      return line == null ? "end" : String.join("|", event);
    }

    /** Reads until so many heart-beats have come. */
    void heartBeats(int count) throws IOException {
      for (int beats = 0; beats < count; ) {
        beats += ":".equals(lines.readLine()) ? 1 : 0;
      }
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }

  @Test
  void eventsHaveIdNameRetryAndDataOfSeveralLines() throws Exception {
    HttpResponse<String> response = get("count/");
    assertThat(response.headers().firstValue("Content-Type")).contains("text/event-stream");
    assertThat(response.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(response.body())
        .startsWith("id: 1\nevent: count\nretry: 2000\ndata: number\ndata: 1\n\nid: 2\n")
        .endsWith("data: 3\n\n");
  }

  @Test
  void whoComesAgainGoesOnAfterTheLastEvent() throws Exception {
    assertThat(get("count/", "Last-Event-ID", "2").body())
        .isEqualTo("id: 3\nevent: count\nretry: 2000\ndata: number\ndata: 3\n\n");
  }

  @Test
  void aStreamGetsTheTextsOfItsGroup() throws Exception {
    try (Reader reader = new Reader(site, "news/")) {
      assertThat(reader.next()).isEqualTo("data: ready");
      site.site().run(() -> Groups.send("news", "rain\nwind"));
      assertThat(reader.next()).isEqualTo("event: news|data: rain|data: wind");
    }
  }

  @Test
  void heartBeatsKeepAStreamOpenLongerThanARequestMayTake() throws Exception {
    try (Reader reader = new Reader(site, "news/")) {
      assertThat(reader.next()).isEqualTo("data: ready");
      reader.heartBeats(15);
      site.site().run(() -> Groups.send("news", "still here"));
      assertThat(reader.next()).isEqualTo("event: news|data: still here");
    }
  }

  @Test
  void streamsAreNoRequestsThatRun() throws Exception {
    List<Reader> many = new ArrayList<>();
    try {
      for (int i = 0; i < 20; i++) {
        Reader reader = new Reader(site, "news/");
        many.add(reader);
        assertThat(reader.next()).isEqualTo("data: ready");
      }
      // The site runs eight requests at once.
      assertThat(get("").body()).isEqualTo("hello");
    } finally {
      for (Reader reader : many) {
        reader.close();
      }
    }
  }

  @Test
  void theHandlerEndsWhenTheClientIsGone() throws Exception {
    ENDINGS.clear();
    try (Reader reader = new Reader(site, "news/")) {
      reader.next();
    }
    assertThat(ENDINGS.poll(20, TimeUnit.SECONDS)).isEqualTo("await returned");
    try (Reader reader = new Reader(site, "endless/")) {
      reader.next();
    }
    assertThat(ENDINGS.poll(20, TimeUnit.SECONDS)).isIn("StreamClosed", "InterruptedException");
  }

  @Test
  void aClientThatReadsNothingMakesTheHandlerWaitAndIsCutOff() throws Exception {
    ENDINGS.clear();
    try (Reader reader = new Reader(site, "endless/")) {
      assertThat(ENDINGS.poll(20, TimeUnit.SECONDS)).isIn("StreamClosed", "InterruptedException");
      assertThat(reader.socket.isClosed()).isFalse();
    }
  }

  @Test
  void aStopEndsStreamsInOrder() throws Exception {
    ENDINGS.clear();
    LiveSite stopping = LiveSite.start(EventsTest::urls);
    try (stopping;
        Reader reader = new Reader(stopping, "news/")) {
      reader.next();
      stopping.stop(Duration.ofSeconds(10));
      assertThat(reader.next()).isEqualTo("end");
      assertThat(ENDINGS.poll(20, TimeUnit.SECONDS)).isEqualTo("await returned");
    }
  }

  @Test
  void anAnswerToHeadHasNoStream() throws Exception {
    HttpRequest head =
        HttpRequest.newBuilder(URI.create(site.url("news/")))
            .method("HEAD", HttpRequest.BodyPublishers.noBody())
            .build();
    HttpResponse<String> response = HttpClient.newHttpClient().send(head, BodyHandlers.ofString());
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEmpty();
  }
}
