package io.quintet.admin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeysTest {
  @ParameterizedTest
  @ValueSource(strings = {"12", "a/b?c=d#e", "_5F", "Zürich 日本", "..", "%2F", "-"})
  void anyKeyFitsASegmentAndComesBack(String key) {
    String segment = Keys.escape(key);
    assertThat(segment).matches("[A-Za-z0-9_-]+");
    assertThat(Keys.unescape(segment)).isEqualTo(key);
  }

  @Test
  void numbersStayReadable() {
    assertThat(Keys.escape("12")).isEqualTo("12");
  }

  @Test
  void aSegmentThatNobodyMadeIsKeptAsItIs() {
    assertThat(Keys.unescape("_G1_")).isEqualTo("_G1_");
  }
}
