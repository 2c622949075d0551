package io.quintet.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class MultiLineTagsTest {
  @Test
  void areTextUnlessTheEngineAllowsThem() {
    assertThat(Engine.builder().build().fromString("{{\n a }}").render(Map.of("a", 1)))
        .isEqualTo("{{\n a }}");
  }

  @Test
  void areTagsWhereTheEngineAllowsThem() {
    Engine engine = Engine.builder().multiLineTags(true).build();
    assertThat(
            engine
                .fromString("{% if a\n  and b %}yes{% endif %}{{\n  a|upper }}{# c\n #}")
                .render(Map.of("a", "q", "b", 2)))
        .isEqualTo("yesQ");
  }

  @Test
  void linesAreCountedThroughThem() {
    Engine engine = Engine.builder().multiLineTags(true).build();
    assertThatThrownBy(() -> engine.fromString("{{\n a\n }}\n {% nope %}"))
        .hasMessageStartingWith("<text>:4:2: ");
  }
}
