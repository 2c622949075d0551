package io.quintet.forms.conformance;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quintet.core.json.Json;
import io.quintet.core.text.SafeString;
import io.quintet.storage.UploadedFile;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The recorded cases of one file, and their typed values as Java ones. */
@SuppressWarnings("unchecked")
final class Recorded {
  private Recorded() {}

  static List<Map<String, Object>> cases(String area) throws IOException {
    Path file = Path.of("../../../shared/conformance", area + ".json");
    assumeTrue(Files.exists(file), "conformance data not present (../shared/conformance): skipped");
    Map<String, Object> content = (Map<String, Object>) Json.parse(Files.readString(file));
    return (List<Map<String, Object>>) content.get("cases");
  }

  static Map<String, Object> map(Object value) {
    return value == null ? Map.of() : (Map<String, Object>) value;
  }

  static List<Object> list(Object value) {
    return value == null ? List.of() : (List<Object>) value;
  }

  /** The Java value of a typed one. */
  static Object value(Object typed) {
    if (typed instanceof List<?> list) {
      List<Object> values = new ArrayList<>();
      list.forEach(one -> values.add(value(one)));
      return values;
    }
    if (typed instanceof BigDecimal number) {
      return number.doubleValue();
    }
    if (!(typed instanceof Map<?, ?> map)) {
      return typed;
    }
    if (!map.containsKey("$type")) {
      Map<String, Object> values = new LinkedHashMap<>();
      map.forEach((key, one) -> values.put((String) key, value(one)));
      return values;
    }
    String text = String.valueOf(map.get("v"));
    return switch ((String) map.get("$type")) {
      case "safe" -> SafeString.of(text);
      case "int" -> new java.math.BigInteger(text);
      case "float" ->
          text.equals("nan")
              ? Double.NaN
              : text.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
      case "decimal" -> decimal(text);
      case "datetime" -> dateTime(text);
      case "date" -> LocalDate.parse(text);
      case "time" -> LocalTime.parse(text);
      case "timedelta" -> duration(text);
      case "uuid" -> UUID.fromString(text);
      case "tuple", "set" -> value(map.get("v"));
      case "upload" ->
          UploadedFile.of(
              (String) map.get("name"),
              "text/plain",
              Base64.getDecoder().decode((String) map.get("content")));
      default -> throw new UnsupportedOperationException("value " + map.get("$type"));
    };
  }

  private static Object decimal(String text) {
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException e) {
      return text;
    }
  }

  private static Object dateTime(String text) {
    return text.matches(".*(Z|[+-]\\d\\d:\\d\\d)")
        ? OffsetDateTime.parse(text)
        : LocalDateTime.parse(text);
  }

  private static Duration duration(String text) {
    BigDecimal micros = new BigDecimal(text).movePointRight(6);
    return Duration.ofSeconds(0)
        .plus(micros.longValueExact(), java.time.temporal.ChronoUnit.MICROS);
  }
}
