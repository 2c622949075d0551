package io.quintet.orm.internal.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Writes the source of a model. */
final class SourceText {
  private static final int WIDTH = 100;

  private SourceText() {}

  static String of(ClassDraft model, String javaPackage) {
    TreeSet<String> imports = new TreeSet<>(model.imports);
    if (model.parent().isEmpty()) {
      imports.add("io.quintet.orm.Entity");
    }
    imports.add("io.quintet.orm.Manager");
    model.fields.forEach(field -> imports.addAll(field.imports));
    if (model.enums.stream().anyMatch(EnumDraft::hasOtherTexts)) {
      imports.add("io.quintet.orm.annotation.Stored");
    }
    StringBuilder out = new StringBuilder("package ").append(javaPackage).append(";\n\n");
    imports.stream()
        .filter(name -> !name.substring(0, name.lastIndexOf('.')).equals(javaPackage))
        .forEach(name -> out.append("import ").append(name).append(";\n"));
    out.append('\n').append(doc(model.doc, ""));
    model.annotations.forEach(annotation -> out.append(broken(annotation, "")).append('\n'));
    out.append("public class ")
        .append(model.name)
        .append(" extends ")
        .append(model.parent().map(parent -> parent.name).orElse("Entity"))
        .append(" {\n");
    model.enums.forEach(each ->
        out.append("  /** Texts that stand in a column of {@code %s}. */\n".formatted(model.table))
            .append(each.source("  "))
            .append('\n'));
    for (FieldDraft field : model.fields) {
      out.append(doc(field.doc, "  "));
      field.comments.forEach(text -> out.append(comment(text)));
      boolean beside = field.annotations.size() == 1 && !field.annotations.getFirst().contains("(");
      field.annotations.forEach(annotation ->
          out.append("  ").append(broken(annotation, "  ")).append(beside ? "" : "\n"));
      out.append(beside ? " " : "  ").append(field.type).append(' ').append(field.name);
      out.append(field.value.isEmpty() ? "" : " = " + field.value).append(";\n\n");
    }
    model.comments.forEach(text -> out.append(comment(text)));
    if (!model.comments.isEmpty()) {
      out.append('\n');
    }
    out.append(
        "  /** All rows. */\n  public static final Manager<%1$s> objects = Manager.of(%1$s.class);\n"
            .formatted(model.name));
    return out.append("}\n").toString();
  }

  /** An annotation, its arguments on lines of their own if it is longer than a line. */
  private static String broken(String annotation, String indent) {
    int open = annotation.indexOf('(');
    if (open < 0 || indent.length() + annotation.length() <= WIDTH) {
      return annotation;
    }
    String inside = annotation.substring(open + 1, annotation.length() - 1);
    String between = "\n" + indent + "    ";
    return annotation.substring(0, open + 1)
        + between
        + String.join("," + between, arguments(inside))
        + ")";
  }

  /** Arguments of Java, parted where a comma stands neither in a text nor in brackets. */
  private static List<String> arguments(String list) {
    List<String> found = new ArrayList<>();
    int depth = 0;
    boolean quoted = false;
    int from = 0;
    for (int i = 0; i < list.length(); i++) {
      char c = list.charAt(i);
      if (quoted && c == '\\') {
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && "{(".indexOf(c) >= 0) {
        depth++;
      } else if (!quoted && "})".indexOf(c) >= 0) {
        depth--;
      } else if (!quoted && depth == 0 && c == ',') {
        found.add(list.substring(from, i).strip());
        from = i + 1;
      }
    }
    found.add(list.substring(from).strip());
    return found;
  }

  /** Words of the database as a part of a Javadoc comment. */
  static String words(String comment) {
    return comment
        .replace("*/", "* /")
        .replace("\\u", "\\ u")
        .replace("@", "{@literal @}")
        .replace("<", "&lt;");
  }

  private static String doc(List<String> lines, String indent) {
    if (lines.isEmpty()) {
      return "";
    }
    List<String> clean = lines.stream().flatMap(String::lines).toList();
    if (clean.size() == 1) {
      return indent + "/** " + clean.getFirst() + " */\n";
    }
    StringBuilder out = new StringBuilder(indent).append("/**\n");
    clean.forEach(line -> out.append(indent).append((" * " + line).stripTrailing()).append('\n'));
    return out.append(indent).append(" */\n").toString();
  }

  /** A comment, broken into lines of at most 100 characters. */
  private static String comment(String text) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.replace("\\u", "\\ u").split("\\s+")) {
      if (line.length() > 0 && line.length() + word.length() > 92) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.length() == 0 ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return "  // " + String.join("\n  // ", lines) + "\n";
  }
}
