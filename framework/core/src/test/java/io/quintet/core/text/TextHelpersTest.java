package io.quintet.core.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextHelpersTest {
  @Test
  void slugsAreLowerCaseWordsWithHyphens() {
    assertThat(Slugs.slugify(" Héllo, -- World_! ")).isEqualTo("hello-world");
    assertThat(Slugs.slugifyUnicode("İstanbul Üsküdar"))
        .isEqualTo("i̇stanbul-üsküdar".replace("\u0307", ""));
  }

  @Test
  void charactersAreTruncatedWithRoomForTheEllipsis() {
    assertThat(Truncator.chars("The quick brown fox", 10)).isEqualTo("The quick…");
    assertThat(Truncator.chars("short", 10)).isEqualTo("short");
    assertThat(Truncator.chars("abcdef", 4, "...")).isEqualTo("a...");
    assertThat(Truncator.chars("abc", 0)).isEmpty();
  }

  @Test
  void wordsAreTruncatedAtWhiteSpace() {
    assertThat(Truncator.words("one  two\nthree four", 2)).isEqualTo("one two…");
    assertThat(Truncator.words("one two", 2)).isEqualTo("one two");
  }

  @Test
  void truncatedHtmlIsClosed() {
    assertThat(Truncator.wordsOfHtml("<p>one <b>two three</b> four</p>", 2, "…"))
        .isEqualTo("<p>one <b>two…</b></p>");
    assertThat(Truncator.charsOfHtml("<p>one <b>two</b></p>", 5, "…"))
        .isEqualTo("<p>one <b>…</b></p>");
  }

  @Test
  void referencesInStrippedTextGetTheirSemicolon() {
    assertThat(Tags.strip("<b>a&copy b&#65c&#x41;&amp;</b>"))
        .isEqualTo("a&copy; b&#65c&#x41;&amp;");
    assertThat(Tags.strip("<b>a&copy b&#65-&#x41;&amp;</b>"))
        .isEqualTo("a&copy; b&#65;-&#x41;&amp;");
    assertThat(Tags.strip("<b>&copy")).isEqualTo("&copy");
    assertThat(Tags.strip("<b>1 & 2 &- &a.b-</b>")).isEqualTo("1 & 2 &- &a.b-;");
  }

  @Test
  void whatBeginsLikeAReferenceAndIsNoneEndsTheStripping() {
    assertThat(Tags.strip("<b>x</b>&#<i>y</i>")).isEqualTo("x&#<i>y</i>");
  }

  @Test
  void nothingIsWrappedToAnyWidth() {
    assertThat(Paragraphs.wrap("", 0)).isEmpty();
    assertThatThrownBy(() -> Paragraphs.wrap("a", 0))
        .hasMessage("Cannot wrap to a width of 0: it must be at least 1.");
  }

  @Test
  void linksAreMadeOfUrlsAndAddresses() {
    assertThat(Urlizer.create().urlize("See https://example.com/a?b=1. Or <me@example.com>!"))
        .isEqualTo(
            "See <a href=\"https://example.com/a?b=1\">https://example.com/a?b=1</a>. Or &lt;<a"
                + " href=\"mailto:me@example.com\">me@example.com</a>&gt;!");
    assertThat(Urlizer.create().nofollow(true).limit(10).urlize("www.example.com"))
        .isEqualTo("<a href=\"http://www.example.com\" rel=\"nofollow\">www.examp…</a>");
  }

  @Test
  void tagsAreStrippedUntilNoneIsLeft() {
    assertThat(Tags.strip("<p>a <b>b</b> &amp; c</p>")).isEqualTo("a b &amp; c");
    assertThat(Tags.strip("<<b>script>x<</b>/script>")).doesNotContain("<script>");
  }

  @Test
  void tagsInsideEachOtherBeyondTheLimitAreRefused() {
    String nested = "<a".repeat(60) + " ".repeat(1000) + "x>";
    assertThatThrownBy(() -> Tags.strip(nested))
        .hasMessage(
            "The text has more than 50 tags inside each other; tags cannot be stripped from it.");
  }

  @Test
  void blankLinesMakeParagraphs() {
    assertThat(Paragraphs.linebreaks("a\nb\r\n\r\nc<", true).value())
        .isEqualTo("<p>a<br>b</p>\n\n<p>c&lt;</p>");
  }

  @Test
  void linesAreWrappedBetweenWords() {
    assertThat(Paragraphs.wrap("this is a long paragraph", 10))
        .isEqualTo("this is a\nlong\nparagraph");
    assertThatThrownBy(() -> Paragraphs.wrap("a", 0))
        .hasMessage("Cannot wrap to a width of 0: it must be at least 1.");
  }

  @Test
  void quotedPhrasesStayWhole() {
    assertThat(SmartSplit.split("url name \"a b\" x='c d'"))
        .isEqualTo(List.of("url", "name", "\"a b\"", "x='c d'"));
    assertThat(SmartSplit.unquote("'it\\'s'")).isEqualTo("it's");
    assertThatThrownBy(() -> SmartSplit.unquote("abc")).hasMessage("Not a string literal: abc");
  }

  @Test
  void fileNamesKeepOnlyHarmlessCharacters() {
    assertThat(FileNames.valid("my photo (1)/x.jpg")).isEqualTo("my_photo_1x.jpg");
    assertThatThrownBy(() -> FileNames.valid("$$"))
        .hasMessage("Could not derive file name from '$$'");
  }

  @Test
  void wordsChangeTheirCase() {
    assertThat(Words.title("they're 3rd o'NEIL")).isEqualTo("They're 3rd O'Neil");
    assertThat(Words.capFirst("über")).isEqualTo("Über");
    assertThat(Words.camelCaseToSpaces("blogPostHTML")).isEqualTo("blog post html");
    assertThat(Words.phoneToNumeric("0800 flowers")).isEqualTo("0800 3569377");
    assertThat(Words.join(List.of("a", "b", "c"), "or")).isEqualTo("a, b or c");
  }

  @Test
  void urlsAreEncodedOnceAndDecodedForPeople() {
    assertThat(UriText.fromIri("/ü?a=%20b c")).isEqualTo("/%C3%BC?a=%20b%20c");
    assertThat(UriText.toIri("/%C3%BC%2F%FF")).isEqualTo("/ü%2F%FF");
    assertThat(UriText.escapePath("/a b;?#")).isEqualTo("/a%20b%3B%3F%23");
    assertThat(UrlQuote.quote("http://exämple.com/ä?q=a%20b"))
        .isEqualTo("http://ex%C3%A4mple.com/%C3%A4?q=a+b");
    assertThat(UriText.repercent("é".getBytes(StandardCharsets.UTF_8))).isEqualTo("é");
  }
}
