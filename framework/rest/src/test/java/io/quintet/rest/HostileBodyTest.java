package io.quintet.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.quintet.http.Response;
import io.quintet.rest.shop.ProductApi;
import io.quintet.rest.viewsets.ApiRouter;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies of an API that are made to cost time or memory, or to reach what is not theirs. */
class HostileBodyTest {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final int SHORT = 10_000;
  private static final int FACTOR = 100;
  private static final double SLACK = 6;
  private static final long FAST_ENOUGH = 100_000_000;

  @TempDir Path folder;
  private ShopSite site;

  @BeforeEach
  void start() {
    site =
        ShopSite.of(
            folder, ApiRouter.of("Shop").register("products", new ProductApi()), builder -> {});
  }

  @AfterEach
  void stop() {
    site.close();
  }

  private Response send(String type, String body) {
    return site.send(ShopSite.json("POST", "/api/products/").body(type, body));
  }

  private void assertRefused(String type, String body) {
    String shown = body.substring(0, Math.min(120, body.length()));
    assertThat(send(type, body).status()).as(shown).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE r><r/>",
        "<!DOCTYPE r SYSTEM \"file:///etc/passwd\"><r/>",
        "<!DOCTYPE r SYSTEM \"http://127.0.0.1:1/x.dtd\"><r/>",
        "<!DOCTYPE r [<!ENTITY a \"x\">]><r>&a;</r>",
        "<!DOCTYPE r [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><r>&a;</r>",
        "<!DOCTYPE r [<!ENTITY % p SYSTEM \"http://127.0.0.1:1/\">%p;]><r/>",
        "<!DOCTYPE r [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\"><!ENTITY c \"&b;&b;\">]><r>&c;</r>",
        "<r>&undeclared;</r>",
        "<r>&#0;</r>",
        "<r>",
        "<r></s>",
        "<r/><r/>",
        "",
        "<!-- only -->",
        "<?xml version=\"1.0\"?>",
        "<?xml version=\"9.0\" encoding=\"nonsense\"?><r/>",
        "text"
      })
  void xmlWithADocumentTypeOrOutOfFormIsRefused(String body) {
    assertRefused("application/xml", body);
  }

  @ParameterizedTest
  @ValueSource(strings = {"<a>", "<a b='c'>", "<list-item>", "<a><b/>", "<![CDATA["})
  void xmlThatIsNestedOrUnfinishedIsRefused(String unit) {
    assertRefused("application/xml", "<r>" + unit.repeat(50_000));
    assertRefused("application/xml", unit.repeat(50_000));
  }

  @Test
  void attributesWithoutEndAreRefused() {
    StringBuilder many = new StringBuilder("<r ");
    for (int i = 0; i < 100_000; i++) {
      many.append('a').append(i).append("='x' ");
    }
    assertRefused("application/xml", many + "/>");
  }

  @ParameterizedTest
  @CsvSource({
    "<sku>, <b>x</b>, </sku>",
    "<sku>, x, </sku>",
    "<sku>, &amp;, </sku>",
    "<sku>, <!-- x -->, </sku>",
    "<sku>, <list-item/>, </sku>",
    "<sku>, ' ', </sku>"
  })
  void theTimeForXmlGrowsWithItsLengthAndNotFaster(String start, String unit, String end) {
    assertLinear("application/xml", "<r>" + start, unit, end + "</r>");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"sku\":\"|a|\"}",
        "{\"sku\":\"|\\\\u0041|\"}",
        "[|1,|1]",
        "{|\"sku\":1,|\"sku\":1}"
      })
  void theTimeForJsonGrowsWithItsLengthAndNotFaster(String start, String unit, String end) {
    assertLinear("application/json", start, unit, end);
  }

  private void assertLinear(String type, String start, String unit, String end) {
    String small = start + unit.repeat(SHORT / unit.length()) + end;
    String large = start + unit.repeat(SHORT * FACTOR / unit.length()) + end;
    time(type, small);
    long shortTime = Math.min(time(type, small), time(type, small));
    long longTime = time(type, large);
    assertThat(longTime < FAST_ENOUGH || longTime < shortTime * FACTOR * SLACK)
        .as("%d ns, %d ns for %d times the length", shortTime, longTime, FACTOR)
        .isTrue();
  }

  private long time(String type, String body) {
    long begin = THREADS.getCurrentThreadCpuTime();
    assertThat(send(type, body).status()).isBetween(400, 499);
    return THREADS.getCurrentThreadCpuTime() - begin;
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{\"a\":", "[[],", "{\"a\":[", "[{\"a\":1},"})
  void jsonThatIsNestedThousandsDeepIsRefused(String unit) {
    assertRefused("application/json", unit.repeat(50_000));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1e999999999",
        "-1e999999999",
        "1e-999999999",
        "1E2147483648",
        "9999999999999999999999",
        "0.1e99999",
        "1e400"
      })
  void numbersThatAreSmallToWriteAndLargeToReadAreRefused(String number) {
    for (String field : List.of("price", "stock", "category", "tags", "sku", "title")) {
      assertRefused("application/json", "{\"%s\":%s}".formatted(field, number));
      assertRefused("application/json", "{\"%s\":\"%s\"}".formatted(field, number));
      assertRefused("application/json", "{\"%s\":[%s]}".formatted(field, number));
    }
  }

  @Test
  void numbersOfThousandsOfDigitsAreRefused() {
    assertRefused("application/json", "{\"price\":" + "9".repeat(100_000) + "}");
    assertRefused("application/json", "{\"price\":\"" + "9".repeat(1_000_000) + "\"}");
  }

  @Test
  void namesOfTypesMeanNothing() {
    for (String name : List.of("@type", "@class", "class", "$type", "!!java.net.URL")) {
      Response answer =
          send(
              "application/json",
              "{\"%s\":\"java.net.URL\",\"sku\":{\"%s\":\"java.lang.Runtime\"}}"
                  .formatted(name, name));
      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.text()).doesNotContain("java.");
    }
  }

  /** Bytes cut out of, put into and changed in valid bodies: refused or read, never a failure. */
  @Test
  void brokenBodiesAreTheSendersMistake() {
    List<String> bodies =
        List.of(
            "{\"sku\":\"GA-1\",\"title\":\"Rake\",\"price\":\"1.50\",\"tags\":[\"new\",{\"a\":null}]}",
            "<?xml version=\"1.0\"?><r a='b'><sku>GA&amp;1</sku><tags><list-item>n</list-item></tags></r>");
    String letters = "<>&;\"'{}[],:\\/!?-= \u0000\u0001\u007fü\ud83d\ude00\ufffea1e9";
    Random random = new Random(42);
    for (int round = 0; round < 4_000; round++) {
      StringBuilder body = new StringBuilder(bodies.get(round % 2));
      for (int change = random.nextInt(4); change >= 0; change--) {
        int at = random.nextInt(body.length());
        String letter = letters.substring(0, 1 + random.nextInt(letters.length() - 1));
        switch (random.nextInt(3)) {
          case 0 -> body.deleteCharAt(at);
          case 1 -> body.insert(at, letter.charAt(letter.length() - 1));
          default -> body.setCharAt(at, letter.charAt(letter.length() - 1));
        }
      }
      String type = round % 2 == 0 ? "application/json" : "application/xml";
      assertThat(send(type, body.toString()).status()).as(body.toString()).isBetween(400, 499);
    }
  }
}
