package io.quintet.core.i18n.po;

import java.util.List;
import java.util.stream.Collectors;

/** Writes messages as gettext's tools write them; long texts are broken at their own line ends. */
final class PoWriter {
  private static final int WIDTH = 79;

  private PoWriter() {}

  static String text(PoEntry entry, int forms) {
    StringBuilder out = new StringBuilder();
    entry.comments().forEach(comment -> out.append(("# " + comment).strip()).append('\n'));
    entry.extracted().forEach(comment -> out.append("#. ").append(comment).append('\n'));
    references(out, entry.references());
    if (!entry.flags().isEmpty()) {
      out.append("#, ").append(String.join(", ", entry.flags())).append('\n');
    }
    String prefix = entry.obsolete() ? "#~ " : "";
    entry
        .previous()
        .forEach(old -> out.append(entry.obsolete() ? "#~| " : "#| ").append(old).append('\n'));
    if (!entry.context().isEmpty()) {
      out.append(prefix).append("msgctxt ").append(quoted(entry.context(), prefix));
    }
    out.append(prefix).append("msgid ").append(quoted(entry.id(), prefix));
    if (entry.plural().isEmpty()) {
      String text = entry.texts().isEmpty() ? "" : entry.texts().getFirst();
      return out.append(prefix).append("msgstr ").append(quoted(text, prefix)).toString();
    }
    out.append(prefix).append("msgid_plural ").append(quoted(entry.plural(), prefix));
    for (int i = 0; i < Math.max(forms, entry.texts().size()); i++) {
      String text = i < entry.texts().size() ? entry.texts().get(i) : "";
      out.append(prefix).append("msgstr[").append(i).append("] ").append(quoted(text, prefix));
    }
    return out.toString();
  }

  /** Several in a line, as long as there is room. */
  private static void references(StringBuilder out, List<String> references) {
    int length = 0;
    for (String place : references) {
      boolean fits = length > 0 && length + 1 + place.length() <= WIDTH;
      out.append(fits ? " " : length > 0 ? "\n#: " : "#: ").append(place);
      length = (fits ? length + 1 : "#: ".length()) + place.length();
    }
    out.append(length > 0 ? "\n" : "");
  }

  private static String quoted(String text, String prefix) {
    List<String> lines = List.of(text.split("(?<=\n)", -1));
    if (lines.size() > 1 && lines.getLast().isEmpty()) {
      lines = lines.subList(0, lines.size() - 1);
    }
    if (lines.size() == 1) {
      return literal(text) + "\n";
    }
    return "\"\"\n"
        + lines.stream().map(line -> prefix + literal(line) + "\n").collect(Collectors.joining());
  }

  private static String literal(String text) {
    return '"'
        + text.replace("\\", "\\\\")
            .replace("\"", "\\\"")
            .replace("\n", "\\n")
            .replace("\t", "\\t")
            .replace("\r", "\\r")
        + '"';
  }
}
