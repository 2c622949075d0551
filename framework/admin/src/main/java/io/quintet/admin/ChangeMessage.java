package io.quintet.admin;

import io.quintet.core.json.Json;
import io.quintet.core.json.JsonException;
import io.quintet.orm.Entity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a log entry says of a change, stored as Django's admin stores it: {@code [{"changed":
 * {"fields": ["Title"]}}]}.
 */
final class ChangeMessage {
  private ChangeMessage() {}

  static String added() {
    return Json.write(List.of(Map.of("added", Map.of())));
  }

  static String changed(List<String> fields) {
    return fields.isEmpty()
        ? "[]"
        : Json.write(List.of(Map.of("changed", Map.of("fields", fields))));
  }

  /** What happened to a row that belongs to the one of the entry. */
  static Map<String, Object> part(String what, String name, Entity row, List<String> fields) {
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("name", name);
    details.put("object", row.toString());
    if (!fields.isEmpty()) {
      details.put("fields", fields);
    }
    return Map.of(what, details);
  }

  /** With what happened to rows that belong to it. */
  static String with(String message, List<Map<String, Object>> parts) {
    if (parts.isEmpty()) {
      return message;
    }
    List<Object> all = new ArrayList<>();
    if (Json.parse(message) instanceof List<?> own) {
      all.addAll(own);
    }
    all.addAll(parts);
    return Json.write(all);
  }

  /** The message for people; text that is no JSON is shown as it is. */
  static String text(String stored) {
    if (!stored.startsWith("[")) {
      return stored;
    }
    Object parsed;
    try {
      parsed = Json.parse(stored);
    } catch (JsonException e) {
      return stored;
    }
    List<String> sentences = new ArrayList<>();
    if (parsed instanceof List<?> parts) {
      for (Object part : parts) {
        if (part instanceof Map<?, ?> map) {
          map.forEach((kind, details) -> sentences.add(sentence(String.valueOf(kind), details)));
        }
      }
    }
    return sentences.isEmpty() ? "No fields changed." : String.join(" ", sentences);
  }

  private static String sentence(String kind, Object details) {
    Map<?, ?> map = details instanceof Map<?, ?> known ? known : Map.of();
    Object name = map.get("name");
    String what = name == null ? "" : " " + name + " “" + map.get("object") + "”";
    String fields = map.get("fields") instanceof List<?> list ? joined(list) : "";
    return switch (kind) {
      case "added" -> name == null ? "Added." : "Added" + what + ".";
      case "changed" ->
          "Changed"
              + (fields.isEmpty() ? "" : " " + fields)
              + (name == null ? "" : " of" + what)
              + ".";
      case "deleted" -> "Deleted" + what + ".";
      default -> kind;
    };
  }

  private static String joined(List<?> names) {
    List<String> texts = names.stream().map(String::valueOf).toList();
    return texts.size() < 2
        ? String.join("", texts)
        : String.join(", ", texts.subList(0, texts.size() - 1)) + " and " + texts.getLast();
  }
}
