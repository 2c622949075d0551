package io.quintet.fuzzing;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ProportionTest {
  private long sum;

  @Test
  void workThatLooksAtEachCharacterOnceIsInProportion() {
    assertThatCode(() -> Proportion.holds("a sum", "ab", text -> sum += text.chars().sum()))
        .doesNotThrowAnyException();
  }

  @Test
  void workThatGrowsFasterThanItsTextIsNot() {
    assertThatThrownBy(() ->
            Proportion.holds(
                "steps",
                "",
                "(",
                "",
                text -> burn((long) text.length() * text.length() / 5_000),
                10_000))
        .isInstanceOf(AssertionError.class)
        .hasMessageMatching(
            "steps: [\\d,.]+ µs for 10,000 characters of '\\(', but [\\d,.]+ µs for 1,000,000");
  }

  private void burn(long steps) {
    for (long i = 0; i < steps; i++) {
      sum = sum * 31 + i;
    }
  }
}
