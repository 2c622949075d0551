package io.quintet.rest.openapi;

import java.util.LinkedHashMap;
import java.util.Map;

/** The answers to calls that fail. */
final class Errors {
  private static final Map<String, String> NAMES =
      Map.of(
          "400", "BadRequest",
          "401", "Unauthorized",
          "403", "Forbidden",
          "404", "NotFound",
          "415", "UnsupportedMediaType",
          "429", "TooManyRequests");

  private Errors() {}

  static Map<String, Object> responses() {
    Map<String, Object> found = new LinkedHashMap<>();
    found.put(
        "BadRequest",
        response("Something in the request is wrong: texts by field.", "ValidationError"));
    found.put("Unauthorized", response("The client did not say who it is.", "Error"));
    found.put("Forbidden", response("The client may not do this.", "Error"));
    found.put("NotFound", response("There is no such object.", "Error"));
    found.put("UnsupportedMediaType", response("The body's format is not read.", "Error"));
    found.put("TooManyRequests", response("Too many calls; see Retry-After.", "Error"));
    return found;
  }

  static void add(Map<String, Object> responses, String... statuses) {
    for (String status : statuses) {
      responses.put(status, Map.of("$ref", "#/components/responses/" + NAMES.get(status)));
    }
  }

  private static Map<String, Object> response(String description, String schema) {
    Map<String, Object> found = new LinkedHashMap<>();
    found.put("description", description);
    found.put(
        "content",
        Map.of(
            "application/json",
            Map.of("schema", Map.of("$ref", "#/components/schemas/" + schema))));
    return found;
  }
}
