package io.quintet.core.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class HtmlTest {
  @Test
  void escapeReplacesTheFiveCharacters() {
    assertThat(Html.escape("<a href=\"x\">Tom & Jerry's</a>").value())
        .isEqualTo("&lt;a href=&quot;x&quot;&gt;Tom &amp; Jerry&#x27;s&lt;/a&gt;");
  }

  @Test
  void textWithoutThoseCharactersIsReturnedAsItIs() {
    String text = "plain";
    assertThat(Html.escapeText(text)).isSameAs(text);
  }

  @Test
  void conditionalEscapeLeavesHtmlAlone() {
    assertThat(Html.conditionalEscape(SafeString.of("<b>")).value()).isEqualTo("<b>");
    assertThat(Html.conditionalEscape("<b>").value()).isEqualTo("&lt;b&gt;");
    HtmlValue field = () -> "<input>";
    assertThat(Html.conditionalEscape(field).value()).isEqualTo("<input>");
  }

  @Test
  void formatEscapesItsArguments() {
    assertThat(Html.format("<b>{}</b> {{{}}}", "<", SafeString.of("<i>")).value())
        .isEqualTo("<b>&lt;</b> {<i>}");
    assertThat(Html.format("<b>{title}</b>", Map.of("title", "&")).value())
        .isEqualTo("<b>&amp;</b>");
  }

  @Test
  void formatNamesWhatItMisses() {
    assertThatThrownBy(() -> Html.format("{} {}", 1))
        .hasMessage(
            "The HTML pattern \"{} {}\" asks for {}, but there are 1 positional arguments and the names [].");
    assertThatThrownBy(() -> Html.format("{a", 1))
        .hasMessage("'{' is not closed in the HTML pattern \"{a\".");
  }

  @Test
  void escapeJsIsFitForAStringLiteral() {
    assertThat(Html.escapeJs("a'b</script>\n").value())
        .isEqualTo("a\\u0027b\\u003C/script\\u003E\\u000A");
  }

  @Test
  void jsonScriptCannotEndItsElementEarly() {
    assertThat(Html.jsonScript("\"</script>\"", "data").value())
        .isEqualTo(
            "<script id=\"data\" type=\"application/json\">\"\\u003C/script\\u003E\"</script>");
  }
}
