package io.quintet.orm.internal.inspect;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An enum that is being written: the text in the database of each constant. */
record EnumDraft(String name, Map<String, String> constants) {
  static EnumDraft of(String name, List<String> texts) {
    Map<String, String> constants = new LinkedHashMap<>();
    for (String text : texts) {
      constants.put(JavaNames.free(JavaNames.constant(text), constants::containsKey), text);
    }
    return new EnumDraft(name, constants);
  }

  Optional<String> constantOf(String text) {
    return constants.entrySet().stream()
        .filter(entry -> entry.getValue().equals(text))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  int longest() {
    return constants.values().stream().mapToInt(String::length).max().orElse(1);
  }

  boolean hasOtherTexts() {
    return constants.entrySet().stream().anyMatch(e -> !e.getKey().equals(e.getValue()));
  }

  /** The source, indented by two spaces if it stands inside a class. */
  String source(String indent) {
    List<String> lines = new ArrayList<>();
    constants.forEach((constant, text) ->
        lines.add(
            indent
                + (constant.equals(text) ? "  " : "  @Stored(" + Literals.java(text) + ") ")
                + constant));
    return indent
        + "public enum "
        + name
        + " {\n"
        + String.join(",\n", lines)
        + "\n"
        + indent
        + "}\n";
  }
}
