package io.quintet.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LetterCaseTest {
  @Test
  void textsOfAnyLengthChangeTheirCaseAsShortOnesDo() {
    Random random = new Random(42);
    String letters = "aZ ßŉΰİıς\u0307.ﬃǅ\u0345\ud801\udc00\ud801\udc28";
    int[] points = letters.codePoints().toArray();
    for (int round = 0; round < 200; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(3_000); i >= 0; i--) {
        text.appendCodePoint(points[random.nextInt(points.length)]);
      }
      assertThat(LetterCase.lower(text.toString()))
          .isEqualTo(text.toString().toLowerCase(Locale.ROOT));
      assertThat(LetterCase.upper(text.toString()))
          .isEqualTo(text.toString().toUpperCase(Locale.ROOT));
    }
  }

  @Test
  void aSigmaAtTheEndOfAWordHasAFormOfItsOwn() {
    assertThat(LetterCase.lower("ΟΔΟΣ ΣΟΦΙΑΣ, Σ")).isEqualTo("οδος σοφιας, σ");
    assertThat(LetterCase.lower("ΑΣ'Α ΑΣ\u0301 ΑΣ.")).isEqualTo("ασ'α ας\u0301 ας.");
    assertThat(LetterCase.lower("ΣΣ ΑΣ1 1Σ ΑΣ-Α")).isEqualTo("σς ας1 1σ ας-α");
  }
}
