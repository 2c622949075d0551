package io.quintet.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.quintet.fuzzing.Choices;
import io.quintet.http.internal.FinalResponse;
import io.quintet.http.internal.ResponseFinisher;
import io.quintet.http.uploads.UploadedFiles;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Any request: its query, headers and body go through every parser of this room, and the answer is
 * never a failure of the server.
 */
public final class RequestFuzz {
  private static final List<String> METHODS = List.of("GET", "HEAD", "POST", "PUT", "OPTIONS");
  private static final List<String> PATHS =
      List.of("/", "/query/", "/form/", "/json/", "/xml/", "/file/", "/cookies/", "/nothing");
  private static final List<String> HEADERS =
      List.of(
          "Accept",
          "Accept-Encoding",
          "Accept-Language",
          "Cookie",
          "Forwarded",
          "Host",
          "If-Match",
          "If-Modified-Since",
          "If-None-Match",
          "If-Range",
          "Origin",
          "Range",
          "Referer",
          "X-CSRFToken",
          "X-Forwarded-For",
          "X-Forwarded-Host",
          "X-Forwarded-Proto",
          "X-Request-ID");
  private static final List<String> TYPES =
      List.of(
          "application/x-www-form-urlencoded",
          "multipart/form-data; boundary=x",
          "multipart/form-data",
          "application/json",
          "application/xml",
          "text/plain; charset=latin1");
  private static final int LONGEST = 200;
  private static final byte[] FILE = "0123456789".repeat(50).getBytes(StandardCharsets.US_ASCII);
  private static final HttpApplication APP = HttpApplication.of(site());

  private RequestFuzz() {}

  private static io.quintet.core.SiteContext site() {
    return TestSite.site(
            routes -> {
              routes.path("", request -> Response.text(String.valueOf(request.accept().types())));
              routes.path(
                  "query/", request -> Response.text(request.query().urlencode() + request.path()));
              routes
                  .path(
                      "form/",
                      request -> {
                        UploadedFiles files = request.files();
                        return Response.text(request.post().urlencode() + files);
                      })
                  .csrfExempt();
              routes.path("json/", request -> Response.json(shown(request.json()))).csrfExempt();
              routes.path("xml/", request -> Response.text(request.xml().toString())).csrfExempt();
              routes.path(
                  "file/",
                  request ->
                      Response.of(Status.OK)
                          .withContentType("text/plain")
                          .withHeader("ETag", "\"f\"")
                          .withHeader("Last-Modified", "Sun, 01 Mar 2026 00:00:00 GMT")
                          .withBody(
                              new Body.Source(
                                  FILE.length,
                                  at ->
                                      new java.io.ByteArrayInputStream(
                                          FILE, (int) at, FILE.length - (int) at))));
              routes.path(
                  "cookies/",
                  request -> {
                    request.session().text("name");
                    return Response.text(
                        request.cookies().keySet()
                            + SignedCookies.read(request, "theme", Duration.ofDays(1)).orElse(""));
                  });
            })
        .set(HttpSettings.ACCESS_LOG, false)
        .set(HttpSettings.TRUSTED_PROXIES, List.of("127.0.0.1"))
        .set(HttpSettings.LANGUAGES, List.of("en", "de"))
        .set(HttpSettings.CORS_ORIGINS, List.of("https://app.example.org"))
        .build();
  }

  private static Map<String, @Nullable Object> shown(@Nullable Object json) {
    Map<String, @Nullable Object> shown = new java.util.HashMap<>();
    shown.put("json", json);
    return shown;
  }

  /** One input. */
  public static void fuzzerTestOneInput(byte[] input) {
    Choices choices = new Choices(input);
    String query = choices.yes() ? "?" + visible(choices.text(LONGEST)) : "";
    RequestBuilder builder =
        Request.builder(choices.of(METHODS), choices.of(PATHS) + query).header("Host", "localhost");
    for (int headers = choices.below(4); headers > 0; headers--) {
      builder.header(choices.of(HEADERS), visible(choices.text(LONGEST)));
    }
    if (choices.yes()) {
      builder.body(choices.of(TYPES), choices.rest());
    }
    try (Request request = builder.build()) {
      Response response = APP.handle(request);
      assertThat(response.status()).as("status").isLessThan(500);
      FinalResponse sent = ResponseFinisher.finish(request, response, Clock.systemUTC());
      assertThat(sent.length()).as("length").isBetween(-1L, 1_000_000L);
      sent.headers()
          .forEach(line ->
              assertThat(line.value().chars()).as(line.name()).allMatch(c -> c >= 32 || c == 9));
    }
  }

  /** As a server hands it on: no control characters, and one byte a character. */
  private static String visible(String text) {
    StringBuilder out = new StringBuilder();
    for (char c : text.toCharArray()) {
      out.append(c < 32 || c == 127 || c > 255 ? '?' : c);
    }
    return out.toString();
  }
}
