package io.quintet.benchmarks.engines;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A comparison is worth something only if every engine writes the same. */
class SameBytesTest {
  private static final String[] OTHERS = {
    "quintet-typed", "rocker", "jte", "jstachio", "pebble", "freemarker", "thymeleaf", "qute"
  };

  @ParameterizedTest
  @EnumSource(Pages.class)
  void everyEngineWritesTheSameBytes(Pages page) {
    String expected = text("quintet", page);
    assertThat(expected).contains("&amp;");
    for (String engine : OTHERS) {
      assertThat(text(engine, page)).as(engine).isEqualTo(expected);
    }
  }

  private static String text(String engine, Pages page) {
    return new String(Subject.of(engine, page).render(), StandardCharsets.UTF_8);
  }
}
