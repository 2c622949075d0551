package io.quintet.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class HostileTextTest {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final int SHORT = 20_000;
  private static final int FACTOR = 10;
  private static final double SLACK = 6;
  private static final long FAST_ENOUGH = 60_000_000;

  private static Arguments shape(String name, Consumer<String> work, String unit) {
    return Arguments.of(name, work, unit);
  }

  static Stream<Arguments> shapes() {
    Consumer<String> urlize = text -> Urlizer.create().urlize(text);
    Consumer<String> truncate = text -> Truncator.charsOfHtml(text, text.length(), "…");
    return Stream.of(
        shape("urlize brackets", urlize, "["),
        shape("urlize unbalanced brackets", urlize, "a.)"),
        shape("urlize punctuation", urlize, ".:"),
        shape("urlize semicolons", urlize, "a.;"),
        shape("urlize ampersands", urlize, "&:;"),
        shape("strip open tags", HostileTextTest::strip, "<"),
        shape("strip comments", HostileTextTest::strip, "<!--"),
        shape("strip incomplete entities", HostileTextTest::strip, "&#"),
        shape("strip sections", HostileTextTest::strip, "<![ ] "),
        shape("strip attributes", HostileTextTest::strip, "<a b=' "),
        shape("truncate end tags", truncate, "</p>x"),
        shape("truncate open tags", truncate, "<p>x"),
        shape("truncate attributes", truncate, "<a b=\" >"),
        shape("wrap", text -> Paragraphs.wrap(text, 10), "ab "),
        shape("wrap one line", text -> Paragraphs.wrap(text, 10), "a"),
        shape("slug", Slugs::slugify, "- "),
        shape("split quotes", SmartSplit::split, "'\" "),
        shape("split open quotes", SmartSplit::split, "a\"'"),
        shape("spaces between tags", Tags::withoutSpacesBetween, "> "),
        shape("uri", UriText::toIri, "%C3"),
        shape("lower case", LetterCase::lower, "İ"),
        shape("upper case", LetterCase::upper, "ß"),
        shape("upper case of three", LetterCase::upper, "ﬃ"));
  }

  private static void strip(String text) {
    try {
      Tags.strip(text + ">");
    } catch (IllegalArgumentException refused) {
      assertThat(refused).hasMessageContaining("tags cannot be stripped");
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("shapes")
  void timeGrowsWithTheTextAndNotFaster(String name, Consumer<String> work, String unit) {
    String small = unit.repeat(SHORT / unit.length());
    String large = unit.repeat(SHORT * FACTOR / unit.length());
    time(work, small);
    long shortTime = Math.min(time(work, small), time(work, small));
    long longTime = time(work, large);
    assertThat(longTime < FAST_ENOUGH || longTime < shortTime * FACTOR * SLACK)
        .as(
            "%s: %d ns for %d characters, %d ns for %d",
            name, shortTime, small.length(), longTime, large.length())
        .isTrue();
  }

  private static long time(Consumer<String> work, String text) {
    long start = THREADS.getCurrentThreadCpuTime();
    work.accept(text);
    return THREADS.getCurrentThreadCpuTime() - start;
  }
}
