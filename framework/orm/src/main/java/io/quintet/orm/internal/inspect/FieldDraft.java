package io.quintet.orm.internal.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** A field of a class that is being written. */
final class FieldDraft {
  final String name;
  final List<String> doc = new ArrayList<>();
  final List<String> comments = new ArrayList<>();
  final List<String> annotations = new ArrayList<>();
  final TreeSet<String> imports = new TreeSet<>();

  /** Modifiers and type: {@code public @Nullable String}. */
  String type = "";

  /** What stands behind {@code =}, or empty. */
  String value = "";

  FieldDraft(String name) {
    this.name = name;
  }

  FieldDraft annotate(String simpleName, String arguments) {
    boolean size = simpleName.equals("Size") || simpleName.equals("Digits");
    imports.add(
        (size ? "jakarta.validation.constraints." : "io.quintet.orm.annotation.") + simpleName);
    annotations.add("@" + simpleName + (arguments.isEmpty() ? "" : "(" + arguments + ")"));
    return this;
  }
}
