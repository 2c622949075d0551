package io.quintet.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quintet.http.internal.TrustedProxies;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Header values made to cost time, to be read in two ways, or to break out of their line. */
class HostileHeadersTest {
  private static final int SIBLINGS = 2_000;
  private static final int SHORT = 10_000;
  private static final int FACTOR = 100;
  private static final double SLACK = 6;
  private static final long FAST_ENOUGH = 60_000_000;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  /** What reads a header, and may refuse it. */
  private interface Reader {
    void read(String value);
  }

  static Stream<Arguments> readers() {
    Map<String, Reader> readers =
        Map.ofEntries(
            Map.entry("parameters", HeaderParameters::parse),
            Map.entry("Accept", value -> Accept.parse(value).preferred("text/html", "a/b")),
            Map.entry("media type", MediaType::parse),
            Map.entry("tags", ETags::parse),
            Map.entry("Cookie", CookieHeader::parse),
            Map.entry("Host", Hosts::parse),
            Map.entry("redirect", value -> Redirects.isSafe(value, Set.of("localhost"))),
            Map.entry("date", value -> HttpDates.parse(value, Instant.EPOCH)),
            Map.entry("encoding", value -> answer("Accept-Encoding", value)),
            Map.entry("language", value -> answer("Accept-Language", value)),
            Map.entry("If-Match", value -> answer("If-Match", value)),
            Map.entry("Range", value -> answer("Range", value)),
            Map.entry("X-Forwarded-For", value -> answer("X-Forwarded-For", value)),
            Map.entry("target", value -> Target.parse("/" + value)));
    List<String> units =
        List.of(
            ";",
            "\"",
            "\\\"",
            ";a=\"",
            "a=b; ",
            "*/*,",
            ",",
            "a/b;q=0.1,",
            "\"x\",",
            "W/\"",
            "%",
            "%41",
            "*, ",
            "en-",
            "0-1,",
            "1.2.3.4,",
            "a",
            " ",
            "\\",
            "[",
            "//",
            "*0*=",
            "a*0=x;");
    return readers.entrySet().stream()
        .flatMap(
            reader -> units.stream().map(u -> Arguments.of(reader.getKey(), reader.getValue(), u)));
  }

  private static final HttpApplication APP =
      HttpApplication.of(
          TestSite.site(routes -> routes.path("", request -> Response.text("hello")))
              .set(HttpSettings.LANGUAGES, List.of("en", "de"))
              .set(HttpSettings.TRUSTED_PROXIES, List.of("127.0.0.0/8", "1.2.0.0/16"))
              .set(HttpSettings.ACCESS_LOG, false)
              .build());

  private static void answer(String header, String value) {
    Response response = APP.handle(Request.builder("GET", "/").header(header, value).build());
    assertThat(response.status()).as(header).isIn(200, 304, 400, 412, 416);
  }

  @ParameterizedTest(name = "{0} of {2}")
  @MethodSource("readers")
  void timeGrowsWithTheLengthAndNotFaster(String name, Reader reader, String unit) {
    String small = unit.repeat(SHORT / unit.length());
    String large = unit.repeat(SHORT * FACTOR / unit.length());
    time(reader, small);
    long shortTime = Math.min(time(reader, small), time(reader, small));
    long longTime = time(reader, large);
    assertThat(longTime < FAST_ENOUGH || longTime < shortTime * FACTOR * SLACK)
        .as("%s: %d ns, %d ns for %d times the length", name, shortTime, longTime, FACTOR)
        .isTrue();
  }

  private static long time(Reader reader, String value) {
    long start = THREADS.getCurrentThreadCpuTime();
    try {
      reader.read(value);
    } catch (HttpError refused) {
      assertThat(refused.status()).isEqualTo(400);
    }
    return THREADS.getCurrentThreadCpuTime() - start;
  }

  /** Texts of the characters that parsers trip over; the same ones each time. */
  private static Stream<String> siblings(String alphabet) {
    Random random = new Random(42);
    return IntStream.range(0, SIBLINGS)
        .mapToObj(i ->
            random
                .ints(1 + random.nextInt(24), 0, alphabet.length())
                .mapToObj(alphabet::charAt)
                .collect(StringBuilder::new, StringBuilder::append, StringBuilder::append)
                .toString());
  }

  @Test
  void oneHeaderThousandsOfTimesIsJoinedInOnePass() {
    RequestBuilder builder = Request.builder("GET", "/");
    for (int i = 0; i < 20_000; i++) {
      builder.header("Accept", "a/b").header("X-Forwarded-For", "1.2.3.4").header("Cookie", "a=b");
    }
    assertThat(APP.handle(builder.build()).status()).isEqualTo(200);
  }

  @Test
  void namesWithAnUnderscoreAreDropped() {
    Request request =
        Request.builder("GET", "/")
            .header("X_Forwarded_For", "6.6.6.6")
            .header("X-Forwarded_Proto", "https")
            .header("Content_Length", "5")
            .build();
    assertThat(request.headers().names()).isEmpty();
  }

  @Test
  void separatorsInQuotesSeparateNothing() {
    HeaderParameters read =
        HeaderParameters.parse("form-data; name=\"1.2.3.4;host=evil\\\";x=y\"; filename=\"a;b\"");
    assertThat(read.parameters())
        .containsOnlyKeys("name", "filename")
        .containsEntry("name", "1.2.3.4;host=evil\";x=y")
        .containsEntry("filename", "a;b");
  }

  @Test
  void aHostIsOfTheGrammarOrNone() {
    siblings("aZ.9-:[]@/\\?#%_ \t\u212a\u0130")
        .forEach(text ->
            Hosts.parse(text)
                .ifPresent(host -> {
                  assertThat(host.name()).matches("[a-z0-9._-]*|\\[[0-9a-f:.]+]");
                  assertThat(host.port()).matches("[0-9]{0,5}");
                  assertThat(text.toLowerCase(Locale.ROOT)).startsWith(host.name());
                }));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "good.example@evil.example",
        "evil.example/good.example",
        "evil.example\\good.example",
        "evil.example#good.example",
        "evil.example?good.example",
        "good.example:80:90",
        "good.example:-1",
        "good.example:",
        "good.example:65536",
        "good.example:٨٠",
        "good.example ",
        "[::1]evil",
        "[::1",
        "::1",
        "ban\u212a.example",
        "good.example%00"
      })
  void aHostThatTwoProgramsCouldReadInTwoWaysIsNone(String host) {
    assertThat(Hosts.parse(host)).isEmpty();
  }

  @Test
  void noFileNameBreaksOutOfContentDisposition() {
    siblings("a\"\\;\r\n\u0000\u001b\u007f\u0085\u2028ü.%'*= /")
        .forEach(name -> {
          for (String value :
              List.of(ContentDisposition.attachment(name), ContentDisposition.inline(name))) {
            Headers.of("Content-Disposition", value).requireLatin1();
            HeaderParameters read = HeaderParameters.parse(value);
            assertThat(read.value()).isIn("attachment", "inline");
            assertThat(read.parameters()).containsOnlyKeys("filename");
            assertThat(read.repeated()).isEmpty();
          }
        });
  }

  @Test
  void noValueStartsAHeaderLine() {
    siblings("a: \t\r\n\u0000\u000b\u000c\u001b\u007f\u0085")
        .forEach(value -> {
          boolean clean =
              value.chars().noneMatch(c -> (c < 0x20 && c != '\t') || c == 0x7f || c == 0x85);
          if (clean) {
            assertThat(Headers.of("X", value).get("X")).hasValue(value);
          } else {
            assertThatThrownBy(() -> Headers.of("X", value))
                .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> Response.text("x").withHeader("X", value))
                .isInstanceOf(IllegalArgumentException.class);
          }
        });
  }

  /** U+760A and U+764D end in the bytes of LF and CR (CVE-2025-41242). */
  @Test
  void charactersWhoseLowByteIsALineBreakAreNotSent() {
    for (String value : List.of("a\u760d\u760ab", "a\u4e0d\u4e0ab", "\u010d\u010a")) {
      assertThatThrownBy(() -> Headers.of("X", value).requireLatin1())
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("a header is sent in Latin-1");
    }
  }

  @Test
  void aCookieComesBackAsItWasAndSetsNoOther() {
    siblings("a=;, \"\\\t\r\n\u0000\u001b\u007f\u00fcX")
        .forEach(value -> {
          String line = Cookie.of("seen", value).header(Instant.EPOCH);
          assertThat(line.getBytes(StandardCharsets.ISO_8859_1)).doesNotContain('\r', '\n', 0);
          String sent = line.substring(0, line.lastIndexOf("; Path=/"));
          assertThat(CookieHeader.parse(sent)).isEqualTo(Map.of("seen", value));
        });
  }

  @Test
  void moreTagsThanAHundredAreNotRead() {
    assertThat(ETags.parse("\"x\",".repeat(5_000))).hasSizeLessThanOrEqualTo(100);
  }

  @ParameterizedTest
  @ValueSource(strings = {"010.8.8.8", "10.1", "167772161", "0x0a.1.1.1", "10.1.1.1.", "１０.1.1.1"})
  void anAddressThatProgramsReadInTwoWaysIsNoProxy(String hop) {
    TrustedProxies proxies = TrustedProxies.of(List.of("10.0.0.0/8", "8.0.0.0/8"));
    Request request =
        Request.builder("GET", "/")
            .remoteAddress("10.0.0.1")
            .header("X-Forwarded-For", "6.6.6.6, " + hop)
            .build();
    assertThat(proxies.client(request).orElseThrow().address()).isEqualTo("10.0.0.1");
  }

  @Test
  void aRedirectStaysOnTheSite() {
    siblings("/\\:@?#%.\t\n ahtps")
        .forEach(text -> {
          for (String next :
              List.of(text, "/" + text, "//" + text, "https:" + text, "http://" + text)) {
            if (Redirects.isSafe(next, Set.of("good.example"))) {
              assertThat(browserHost(next)).as(next).isIn("", "good.example");
            }
          }
        });
  }

  /** The host to which a browser goes from a page (WHATWG URL: back-slashes are slashes). */
  private static String browserHost(String next) {
    String text = next.strip().replace('\\', '/').replaceAll("[\t\n\r]", "");
    String rest = text.replaceFirst("^(?i)https?:", "");
    boolean scheme = !rest.equals(text);
    if (!scheme && text.matches("[a-zA-Z][a-zA-Z0-9+.-]*:.*")) {
      return "another scheme";
    }
    if (!rest.startsWith("//") && !scheme) {
      return "";
    }
    String authority = rest.replaceFirst("^/+", "").split("[/?#]", 2)[0];
    return authority.substring(authority.lastIndexOf('@') + 1);
  }
}
