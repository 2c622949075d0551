package io.quintet.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JsonTest {
  @Test
  void readsPlainValues() {
    assertThat(Json.parse("{\"b\": [1, 2.50, true, null], \"a\": \"ü\"}"))
        .isEqualTo(Map.of("b", Arrays.asList(1L, new BigDecimal("2.50"), true, null), "a", "ü"));
    assertThat(Json.parse("123456789012345678901"))
        .isEqualTo(new BigInteger("123456789012345678901"));
  }

  @Test
  void writesPlainValues() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("when", Instant.EPOCH);
    map.put("list", List.of(1, Optional.empty(), "a/b"));
    map.put("amount", new BigDecimal("1.50"));
    assertThat(Json.write(map))
        .isEqualTo("{\"when\":\"1970-01-01T00:00:00Z\",\"list\":[1,null,\"a/b\"],\"amount\":1.50}");
    assertThat(Json.writePretty(Map.of("a", 1))).isEqualTo("{\n  \"a\" : 1\n}");
  }

  @Test
  void mistakesAreLocated() {
    assertThatThrownBy(() -> Json.parse("{\"a\":\n  oops}"))
        .isInstanceOfSatisfying(
            JsonException.class,
            e -> {
              assertThat(e.line()).isEqualTo(2);
              assertThat(e.getMessage()).startsWith("Not valid JSON at line 2, column ");
            });
    assertThatThrownBy(() -> Json.parse(""))
        .hasMessage("The text is empty; expected a JSON value.");
    assertThatThrownBy(() -> Json.parse("1 2")).hasMessageStartingWith("Text after the end");
  }

  @Test
  void hostileTextIsRefused() {
    assertThatThrownBy(() -> Json.parse("[".repeat(100_000))).isInstanceOf(JsonException.class);
    assertThatThrownBy(() -> Json.parse("1".repeat(5_000))).isInstanceOf(JsonException.class);
  }

  @Test
  void aTypeWithoutAJsonFormIsNamed() {
    assertThatThrownBy(() -> Json.write(Map.of("x", new Object())))
        .hasMessageStartingWith("A value of the type java.lang.Object has no JSON form. Allowed: ");
  }
}
