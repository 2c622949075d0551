package io.quintet.orm.internal.inspect;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A model that is being written. */
final class ClassDraft {
  final String name;
  final String table;
  final List<String> doc = new ArrayList<>();
  final List<String> annotations = new ArrayList<>();
  final TreeSet<String> imports = new TreeSet<>();
  final List<FieldDraft> fields = new ArrayList<>();
  final List<EnumDraft> enums = new ArrayList<>();

  /** Comments on what has no field. */
  final List<String> comments = new ArrayList<>();

  /** The field of each column that has one. */
  final Map<String, String> fieldOfColumn = new LinkedHashMap<>();

  private @Nullable ClassDraft parent;

  ClassDraft(String name, String table) {
    this.name = name;
    this.table = table;
  }

  void annotate(String simpleName, String arguments) {
    imports.add("io.quintet.orm.annotation." + simpleName);
    annotations.add("@" + simpleName + (arguments.isEmpty() ? "" : "(" + arguments + ")"));
  }

  /** The model that this one extends, if there is one. */
  Optional<ClassDraft> parent() {
    return Optional.ofNullable(parent);
  }

  void extend(ClassDraft other) {
    parent = other;
    doc.add("\n<p>Its other columns are in {@code %s}.".formatted(other.table));
  }

  boolean hasField(String wanted) {
    return fields.stream().anyMatch(field -> field.name.equals(wanted));
  }
}
