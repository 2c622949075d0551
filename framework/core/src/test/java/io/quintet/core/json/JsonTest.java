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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

  @ParameterizedTest
  @ValueSource(
      strings = {"1e999999999", "1E-999999999", "-1e2147483648", "0.1e1002", "1.5e99999999999"})
  void aNumberThatIsShortToWriteAndLongToPrintIsRefused(String number) {
    for (String text : List.of(number, "[" + number + "]", "{\"a\":" + number + "}")) {
      assertThatThrownBy(() -> Json.parse(text)).isInstanceOf(JsonException.class);
      assertThatThrownBy(() -> Json.parse(Json.utf8(text))).isInstanceOf(JsonException.class);
    }
    assertThatThrownBy(() -> Json.parse("{\"a\": 1e9999}"))
        .hasMessage("Not valid JSON at line 1, column 7: a number of more than 1,000 digits");
    assertThat(Json.parse("1e300")).isEqualTo(new BigDecimal("1e300"));
  }

  /** Depth is counted in every way in, and by the writer. */
  @Test
  void depthIsLimitedWhereverJsonIsReadOrWritten() {
    for (String unit : List.of("[", "{\"a\":", "[{\"a\":[")) {
      String text = unit.repeat(10_000);
      assertThatThrownBy(() -> Json.parse(text)).isInstanceOf(JsonException.class);
      assertThatThrownBy(() -> Json.parse(Json.utf8(text))).isInstanceOf(JsonException.class);
    }
    List<Object> deep = List.of();
    for (int i = 0; i < 10_000; i++) {
      deep = List.of(deep);
    }
    Object tree = deep;
    assertThatThrownBy(() -> Json.write(tree))
        .hasMessage("A value is nested more than 200 levels deep: does it contain itself?");
  }

  @Test
  void aTypeWithoutAJsonFormIsNamed() {
    assertThatThrownBy(() -> Json.write(Map.of("x", new Object())))
        .hasMessageStartingWith("A value of the type java.lang.Object has no JSON form. Allowed: ");
  }
}
