package io.quintet.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quintet.forms.fields.DecimalField;
import io.quintet.forms.fields.NumberField;
import io.quintet.forms.validators.ValidationException;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class NumberInputTest {
  @Test
  void acceptsWhatPeopleType() {
    assertThat(NumberField.integer("n").clean(" 42 ")).isEqualTo(42);
    assertThat(NumberField.integer("n").clean("3.0")).isEqualTo(3);
    assertThat(NumberField.floating("n").clean("-.5")).isEqualTo(-0.5);
    assertThat(new DecimalField("n").clean("1.50")).isEqualTo(new BigDecimal("1.50"));
  }

  @Test
  void saysWhenANumberIsTooLargeForItsType() {
    assertThatThrownBy(() -> NumberField.integer("n").clean("2147483648"))
        .isInstanceOf(ValidationException.class)
        .hasMessage("Ensure this value is less than or equal to 2147483647.");
  }

  @Test
  @Timeout(5)
  void aNumberMadeToCostTimeIsRefusedAtOnce() {
    String digits = "9".repeat(2_000_000);
    assertThatThrownBy(() -> NumberField.longInteger("n").clean(digits))
        .hasMessage("Enter a whole number.");
    assertThatThrownBy(() -> new DecimalField("n").step(new BigDecimal("0.3")).clean("1e999999999"))
        .hasMessage("Enter a number.");
  }
}
