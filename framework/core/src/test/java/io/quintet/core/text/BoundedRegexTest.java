package io.quintet.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class BoundedRegexTest {
  @Test
  void groupsAreNamedInEitherSpelling() {
    for (String source : new String[] {"(?P<the_year>[0-9]{4})", "(?<the_year>[0-9]{4})"}) {
      BoundedRegex regex = BoundedRegex.compile(source);
      assertThat(regex.names()).containsExactly("the_year");
      assertThat(regex.search("in 2026").orElseThrow().named())
          .isEqualTo(Map.of("the_year", "2026"));
    }
  }

  @Test
  void aGroupThatTookNoPartIsNull() {
    BoundedRegex.Found found = BoundedRegex.compile("a(b)?(?P<c>c)?").search("a").orElseThrow();
    assertThat(found.groups()).containsExactly(null, null);
    assertThat(found.named()).containsEntry("c", null);
  }

  @Test
  void pythonsSpellingMeansWhatItMeansThere() {
    assertThat(BoundedRegex.compile("(?P<a>\\w)-(?P=a)").fullMatch("ü-ü")).isPresent();
    assertThat(BoundedRegex.compile("\\d+\\Z").search("٤٢")).isPresent();
    assertThat(BoundedRegex.compile("[]&[]+").fullMatch("]&[")).isPresent();
    assertThat(BoundedRegex.compile("[^\\W_]+").fullMatch("é1")).isPresent();
    assertThat(BoundedRegex.compile("a{,2}{b}").fullMatch("aa{b}")).isPresent();
    assertThat(BoundedRegex.compile("(?<!x)a$").search("ba\n")).isPresent();
    assertThat(BoundedRegex.compile(".").search("\r")).isPresent();
  }

  @Test
  void aSearchThatWouldTakeForEverFindsNothing() {
    long start = System.nanoTime();
    assertThat(BoundedRegex.compile("^(a+)+$").search("a".repeat(60) + "!")).isEmpty();
    assertThat(BoundedRegex.compile("^(a|b|ab)*$").fullMatch("ab".repeat(100_000) + "!")).isEmpty();
    assertThat(System.nanoTime() - start).as("nanoseconds").isLessThan(2_000_000_000L);
  }
}
