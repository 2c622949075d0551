package io.quintet.fuzzing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.Test;

class ProportionTest {
  private long now;
  private int calls;

  /** Work that takes so many nanoseconds for a text of a length, on a clock of its own. */
  private void work(LongUnaryOperator nanoseconds) {
    Proportion.holds(
        "steps",
        "",
        "(",
        "",
        text -> {
          calls++;
          now += nanoseconds.applyAsLong(text.length());
        },
        () -> now);
  }

  @Test
  void workThatLooksAtEachCharacterOnceIsInProportion() {
    assertThatCode(() -> work(length -> length * 200)).doesNotThrowAnyException();
  }

  @Test
  void workThatGrowsWithTheSquareIsNot() {
    assertThatThrownBy(() -> work(length -> length * length / 50))
        .isInstanceOf(AssertionError.class)
        .hasMessageMatching(
            "steps: 2.000 µs for 10.000 characters of '\\(', but 20.000.000 µs for 1.000.000");
    assertThat(calls).as("a hopeless case is not tried again").isEqualTo(4);
  }

  @Test
  void twelveTimesItsShareIsAllowed() {
    assertThatCode(() -> work(length -> length == 10_000 ? 2_000_000 : 2_399_999_999L))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> work(length -> length == 10_000 ? 2_000_000 : 2_400_000_000L))
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void aPauseIsTriedAgain() {
    assertThatCode(() ->
            work(length -> length == 10_000 ? 2_000_000 : calls < 6 ? 3_000_000_000L : 100_000_000))
        .doesNotThrowAnyException();
  }

  @Test
  void aTextThatTakesNoTimeCountsAsAMillisecond() {
    assertThatCode(() -> work(length -> length == 10_000 ? 0 : 1_199_999_999L))
        .doesNotThrowAnyException();
  }
}
