package io.quintet.fuzzing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ChoicesTest {
  @Test
  void eachByteIsAChoice() {
    Choices choices = new Choices(new byte[] {7, 1, 5, 2, 'h', 'i', '!'});
    assertThat(choices.below(5)).isEqualTo(2);
    assertThat(choices.yes()).isTrue();
    assertThat(choices.of(List.of("a", "b", "c"))).isEqualTo("c");
    assertThat(choices.text(10)).isEqualTo("hi");
    assertThat(choices.more()).isTrue();
    assertThat(choices.rest()).containsExactly('!');
  }

  @Test
  void afterTheEndEachChoiceIsTheFirst() {
    Choices choices = new Choices(new byte[0]);
    assertThat(choices.more()).isFalse();
    assertThat(choices.below(1000)).isZero();
    assertThat(choices.yes()).isFalse();
    assertThat(choices.of(List.of("a", "b"))).isEqualTo("a");
    assertThat(choices.text(10)).isEmpty();
    assertThat(choices.rest()).isEmpty();
  }

  @Test
  void aLargeBoundTakesTwoBytes() {
    assertThat(new Choices(new byte[] {1, 2}).below(1000)).isEqualTo(258);
  }
}
