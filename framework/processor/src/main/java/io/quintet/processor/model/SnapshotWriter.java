package io.quintet.processor.model;

import java.util.List;

/**
 * Writes how a model remembers the values of a row: a class with one typed field a column, so that
 * reading a row boxes nothing, and the comparison of an entity with it.
 */
final class SnapshotWriter {
  private final ModelDef model;
  private final List<FieldDef> fields;
  private final StringBuilder out = new StringBuilder();

  SnapshotWriter(ModelDef model) {
    this.model = model;
    this.fields = model.fields();
  }

  String source() {
    values();
    snapshot();
    changedSince();
    valueIn();
    return out.toString();
  }

  private static boolean isPrimitive(FieldDef field) {
    return field.primitive() && field.kind() != Kind.REFERENCE;
  }

  private static String type(FieldDef field) {
    if (field.kind() == Kind.REFERENCE) {
      return "Object";
    }
    return field.primitive() ? field.javaType() : field.boxed();
  }

  private String current(FieldDef field) {
    return model.value(field);
  }

  /** The place of a value; a link to a parent has that of the key. */
  private int slot(int index) {
    return fields.get(index).isParentLink() ? fields.indexOf(model.key()) : index;
  }

  private void values() {
    line("");
    line("  /** The values of a row. */");
    line("  private static final class Snapshot {");
    for (int i = 0; i < fields.size(); i++) {
      if (slot(i) == i) {
        line("    final %s value%d;", type(fields.get(i)), i);
      }
    }
    line("");
    line("    Snapshot(%s entity) {", model.name());
    for (int i = 0; i < fields.size(); i++) {
      if (slot(i) == i) {
        line("      value%d = %s;", i, current(fields.get(i)));
      }
    }
    line("    }");
    line("  }");
  }

  private void snapshot() {
    line("");
    line("  @Override");
    line("  public Object snapshot(%s entity) {", model.name());
    line("    return new Snapshot(entity);");
    line("  }");
  }

  private void changedSince() {
    line("");
    line("  @Override");
    line("  public boolean changedSince(Object snapshot, %s entity, int index) {", model.name());
    line("    Snapshot then = (Snapshot) snapshot;");
    line("    return switch (index) {");
    for (int i = 0; i < fields.size(); i++) {
      line("      case %d -> %s;", i, difference(fields.get(slot(i)), "then.value" + slot(i)));
    }
    line("      default -> throw new IndexOutOfBoundsException(index);");
    line("    };");
    line("  }");
  }

  /** Values that can change inside count as changed. */
  private String difference(FieldDef field, String then) {
    String now = current(field);
    if (field.kind() == Kind.JSON || field.kind() == Kind.BYTES || field.kind() == Kind.ARRAY) {
      return "%s != null || %s != null".formatted(now, then);
    }
    if (isPrimitive(field)) {
      return field.kind() == Kind.DOUBLE
          ? "Double.compare(%s, %s) != 0".formatted(then, now)
          : then + " != " + now;
    }
    return "!java.util.Objects.equals(%s, %s)".formatted(then, now);
  }

  private void valueIn() {
    line("");
    line("  @Override");
    line("  public Object valueIn(Object snapshot, int index) {");
    line("    Snapshot then = (Snapshot) snapshot;");
    line("    return switch (index) {");
    for (int i = 0; i < fields.size(); i++) {
      line("      case %d -> then.value%d;", i, slot(i));
    }
    line("      default -> throw new IndexOutOfBoundsException(index);");
    line("    };");
    line("  }");
  }

  private void line(String text, Object... values) {
    out.append(values.length == 0 ? text : text.formatted(values)).append('\n');
  }
}
