package io.quintet.templates;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same page as text, as UTF-8 and into a stream, whatever its pieces look like. */
class OutputTest {
  private static final Engine ENGINE = Engine.builder().build();

  private static void same(String source, Map<String, ?> names, String expected) {
    Template template = ENGINE.fromString(source);
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    template.render(Context.of(names), stream);
    assertThat(template.render(names)).isEqualTo(expected);
    assertThat(new String(template.renderBytes(names), StandardCharsets.UTF_8)).isEqualTo(expected);
    assertThat(stream.toString(StandardCharsets.UTF_8)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 1023, 1024, 1025, 8191, 8192, 8193, 100_000})
  void textOfAnyLengthStandsWhereTheTemplateHasIt(int length) {
    String text = "é".repeat(length / 2) + "x".repeat(length % 2);
    same(
        text + "{% for n in numbers %}{{ n }}" + text + "{% endfor %}{{ end }}",
        Map.of("numbers", List.of(1, 2, 3), "end", "."),
        text + "1" + text + "2" + text + "3" + text + ".");
  }

  @Test
  void everyCharacterIsEscapedAtEveryPlaceOfAText() {
    for (char special : "&<>\"'".toCharArray()) {
      String reference =
          switch (special) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '"' -> "&quot;";
            default -> "&#x27;";
          };
      for (int before = 0; before < 70; before++) {
        String start = "aé 漢!=?@".repeat(8).substring(0, Math.min(56, before));
        same("{{ v }}", Map.of("v", start + special + "end"), start + reference + "end");
        same("{{ v }}", Map.of("v", "a".repeat(before) + special), "a".repeat(before) + reference);
      }
    }
  }

  @Test
  void allOtherCharactersStayAsTheyAre() {
    StringBuilder all = new StringBuilder();
    for (int c = 1; c < 0x3000; c++) {
      if ("&<>\"'".indexOf(c) < 0) {
        all.append((char) c);
      }
    }
    same("{{ v }}", Map.of("v", all.toString()), all.toString());
    for (int i = 0; i < all.length(); i++) {
      String one = all.substring(i, i + 1).repeat(9);
      assertThat(ENGINE.fromString("{{ v }}").renderBytes(Map.of("v", one)))
          .isEqualTo(one.getBytes(StandardCharsets.UTF_8));
    }
  }
}
