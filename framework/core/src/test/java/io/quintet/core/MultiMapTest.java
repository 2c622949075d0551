package io.quintet.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MultiMapTest {
  @Test
  void theLastValueOfANameCounts() {
    MultiMap map = MultiMap.parse("a=1&b=2&a=3&empty=&flag");
    assertThat(map.get("a")).isEqualTo("3");
    assertThat(map.list("a")).containsExactly("1", "3");
    assertThat(map.names()).containsExactly("a", "b", "empty", "flag");
    assertThat(map.get("flag", "x")).isEmpty();
    assertThat(map.find("none")).isEmpty();
  }

  @Test
  void escapesAreDecodedAndBrokenOnesKept() {
    assertThat(MultiMap.parse("q=caf%C3%A9+au+lait&p=100%&r=%zz%41"))
        .isEqualTo(MultiMap.of("q", "café au lait", "p", "100%", "r", "%zzA"));
  }

  @Test
  void onlyTheAmpersandSeparates() {
    assertThat(MultiMap.parse("a=1;b=2").get("a")).isEqualTo("1;b=2");
  }

  @Test
  void encodingIsTheInverseOfParsing() {
    MultiMap map = MultiMap.of("a b", "c&d=e", "ü", "~*é", "a b", "");
    assertThat(map.urlencode()).isEqualTo("a+b=c%26d%3De&a+b=&%C3%BC=~%2A%C3%A9");
    assertThat(MultiMap.parse(map.urlencode())).isEqualTo(map);
  }

  @Test
  void moreFieldsThanAllowedAreRefused() {
    assertThatThrownBy(() -> MultiMap.parse("a&".repeat(1001)))
        .isInstanceOf(MultiMap.TooManyFields.class)
        .hasMessage("More than 1000 fields were sent.");
  }
}
