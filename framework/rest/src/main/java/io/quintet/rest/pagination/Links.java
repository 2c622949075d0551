package io.quintet.rest.pagination;

import io.quintet.core.MultiMap;
import io.quintet.http.Request;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Addresses of pages, and the schema of an answer with them. */
final class Links {
  private Links() {}

  /** The address of the request with parameters set, or removed when null; names in order. */
  static String with(Request request, Map<String, @Nullable String> parameters) {
    Map<String, List<String>> query = new java.util.TreeMap<>();
    request.query().asMap().forEach((name, values) -> query.put(name, values));
    parameters.forEach((name, value) -> {
      if (value == null) {
        query.remove(name);
      } else {
        query.put(name, List.of(value));
      }
    });
    String text = MultiMap.copyOf(query).urlencode();
    String address = request.absoluteUri(request.rawPath());
    return text.isEmpty() ? address : address + "?" + text;
  }

  /** The number in a parameter; {@code fallback} when it is none of at least {@code least}. */
  static long number(@Nullable String text, long least, long fallback) {
    if (text == null || !text.strip().matches("\\d{1,18}")) {
      return fallback;
    }
    long number = Long.parseLong(text.strip());
    return number < least ? fallback : number;
  }

  /** The schema of a page that tells how many objects there are. */
  static Map<String, Object> schema(Map<String, Object> list) {
    return schema(list, true);
  }

  static Map<String, Object> schema(Map<String, Object> list, boolean counted) {
    Map<String, Object> link = Map.of("type", List.of("string", "null"), "format", "uri");
    Map<String, Object> properties = new LinkedHashMap<>();
    if (counted) {
      properties.put("count", Map.of("type", "integer"));
    }
    properties.put("next", link);
    properties.put("previous", link);
    properties.put("results", list);
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", "object");
    schema.put("required", List.copyOf(properties.keySet()));
    schema.put("properties", properties);
    return schema;
  }
}
