package io.quintet.core.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quintet.core.format.DateText;
import io.quintet.core.format.Decimals;
import io.quintet.core.format.Durations;
import io.quintet.core.format.LocaleFormats;
import io.quintet.core.format.LocalizedInput;
import io.quintet.core.format.NumberFormat;
import io.quintet.fuzzing.Proportion;
import java.math.BigDecimal;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts of past advisories, one test for each row of docs/security.md: 10 kB beside 1 MB. */
class HostileTextTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "(",
        ")",
        "[x](",
        "(a.com)",
        "a.com).",
        ".:",
        "a.;",
        "&:;",
        "&lt;a.com",
        "'\"",
        "www.",
        "http://",
        "a@b.",
        "é.com "
      })
  void row29_urlizeOfBracketsPunctuationAndReferences(String shape) {
    linear("urlize", shape, text -> Urlizer.create().urlize(text));
    linear(
        "urlize with a limit",
        shape,
        text -> Urlizer.create().limit(15).nofollow(true).urlize(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<",
        "<a ",
        "<!--",
        "<![ ] ",
        "<?",
        "</",
        "</ a>",
        "<a b=' ",
        "&",
        "&#",
        "&a.",
        "&gt",
        "<script>",
        "<><"
      })
  void row30_strippingOfTagsThatAreNeverClosed(String shape) {
    Consumer<String> strip = HostileTextTest::strip;
    linear("strip tags", shape, strip);
    Proportion.holds("strip tags", "x<b>", shape, ">", strip);
    linear("spaces between tags", shape, Tags::withoutSpacesBetween);
  }

  @Test
  void row30_tagsInsideEachOtherAreStrippedUpToALimit() {
    assertThatThrownBy(() -> Tags.strip("<".repeat(500) + "a>".repeat(500)))
        .hasMessage(
            "The text has more than 50 tags inside each other; tags cannot be stripped from it.");
  }

  private static void strip(String text) {
    try {
      Tags.strip(text);
    } catch (IllegalArgumentException refused) {
      assertThat(refused).hasMessageContaining("tags cannot be stripped");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "</p>x",
        "<p>x",
        "<p><i></p>",
        "<p a",
        "<a b=\" >",
        "<!--",
        "&",
        "&lt;",
        "<script>",
        "e\u0301",
        "x "
      })
  void row31_truncationOfMalformedHtml(String shape) {
    linear("truncate characters", shape, text -> Truncator.charsOfHtml(text, text.length(), "…"));
    linear("truncate words", shape, text -> Truncator.wordsOfHtml(text, text.length(), "…"));
    linear("truncate to few", shape, text -> Truncator.charsOfHtml(text, 10, "…"));
    linear("truncate plain text", shape, text -> Truncator.chars(text, text.length() / 2, "…"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "ab ", " ", "\t", "\n", "\u00a0"})
  void row32_wrappingOfLongLines(String shape) {
    linear("wrap", shape, text -> Paragraphs.wrap(text, 10));
    linear("wrap to one", shape, text -> Paragraphs.wrap(text, 1));
    linear("wrap to all", shape, text -> Paragraphs.wrap(text, Integer.MAX_VALUE));
    linear("line breaks", shape, text -> Paragraphs.linebreaks(text, true));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "-", "9,", "1.", "١", "1e"})
  void row33_digitsAreGroupedInOnePass(String shape) {
    int[] threes = {3};
    linear("group digits", shape, text -> NumberFormat.format(text, ".", null, threes, ","));
    linear(
        "group digits and decimals", shape, text -> NumberFormat.format(text, ".", 2, threes, ","));
    linear(
        "digits of a language",
        shape,
        text -> LocalizedInput.read(text, LocaleFormats.of("de"), true));
    linear("a slug of digits", shape, Slugs::slugify);
  }

  @Test
  void row34_anExponentIsNotWrittenOut() {
    for (String number : new String[] {"1e10000", "1e-10000", "1e999999999", "-1e-999999999"}) {
      BigDecimal huge = new BigDecimal(number);
      assertThat(NumberFormat.format(huge, ".", null, new int[] {3}, ",")).hasSizeLessThan(20);
      assertThat(Decimals.round(huge, 2, LocaleFormats.DEFAULT, true)).isNull();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"%", "%41", "%C3", "%E2%82", "é", "%%41"})
  void row37_escapesOfAddressesAreReadInOnePass(String shape) {
    linear("to IRI", shape, UriText::toIri);
    linear("from IRI", shape, UriText::fromIri);
    linear("quote", shape, text -> UriText.quote(text, "/"));
    linear("address in a link", shape, UrlQuote::quote);
    Proportion.holds("address with a query", "http://a.com/?", shape, "", UrlQuote::quote);
  }

  @ParameterizedTest
  @ValueSource(strings = {"İ", "ß", "ﬃ", "Σ", "a'", "- ", "\u0301", "ﷺ"})
  void row36_lettersThatGrowInAnotherForm(String shape) {
    linear("lower case", shape, LetterCase::lower);
    linear("upper case", shape, LetterCase::upper);
    linear("title", shape, Words::title);
    linear("slug", shape, Slugs::slugify);
    linear("slug of Unicode", shape, Slugs::slugifyUnicode);
  }

  @ParameterizedTest
  @ValueSource(strings = {"'\" ", "a\"'", "\\", "_(\"", " ", "aB", "\r"})
  void row41_wordsAndLiteralsAreReadWithoutGoingBack(String shape) {
    linear("split", shape, SmartSplit::split);
    linear("camel case", shape, Words::camelCaseToSpaces);
    linear("words", shape, text -> Words.split(text));
    linear("telephone numbers", shape, Words::phoneToNumeric);
    linear("new lines", shape, Paragraphs::normalizeNewlines);
    linear("escape", shape, text -> Html.escape(text));
    linear("escape for scripts", shape, text -> Html.escapeJs(text));
    linear("file name", shape, HostileTextTest::fileName);
    linear("placeholders", shape, HostileTextTest::placeholders);
  }

  private static void fileName(String text) {
    try {
      FileNames.valid(text);
    } catch (IllegalArgumentException refused) {
      assertThat(refused).hasMessageNotContaining(text);
    }
  }

  private static void placeholders(String text) {
    try {
      Html.format("{}" + text, "x");
    } catch (IllegalArgumentException refused) {
      assertThat(refused.getMessage()).isNotBlank();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "-1", "1:", "P1", "T9", ".", "W", "PT1S"})
  void row43_datesAndDurationsOfManyDigits(String shape) {
    linear("date", shape, text -> quietly(() -> DateText.date(text)));
    linear("time", shape, text -> quietly(() -> DateText.time(text)));
    linear("date-time", shape, text -> quietly(() -> DateText.dateTime(text)));
    linear("duration", shape, text -> quietly(() -> Durations.parse(text)));
  }

  private static void quietly(Runnable work) {
    try {
      work.run();
    } catch (java.time.DateTimeException | ArithmeticException refused) {
      assertThat(refused.getMessage()).isNotNull();
    }
  }

  private static void linear(String what, String shape, Consumer<String> work) {
    Proportion.holds(what, shape, work);
  }
}
