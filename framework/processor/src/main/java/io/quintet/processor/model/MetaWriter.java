package io.quintet.processor.model;

import io.quintet.processor.source.Literals;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.annotation.processing.Filer;

/**
 * Writes the metadata class of a model: what is known about it, and direct access to the fields of
 * its entities.
 */
final class MetaWriter {
  private final ModelDef model;
  private final StringBuilder out = new StringBuilder();

  MetaWriter(ModelDef model) {
    this.model = model;
  }

  void writeTo(Filer filer) throws IOException {
    var file = filer.createSourceFile(model.metaName(), model.element());
    try (Writer writer = file.openWriter()) {
      writer.write(source());
    }
  }

  private String source() {
    String meta = model.name() + "Meta";
    line("// Written by quintet-processor from %s.", model.qualifiedName());
    line("package %s;", model.packageName());
    line("");
    line("import io.quintet.orm.Many;");
    line("import io.quintet.orm.One;");
    line("import io.quintet.orm.annotation.OnDelete;");
    line("import io.quintet.orm.meta.*;");
    line("import java.sql.SQLException;");
    line("import java.util.List;");
    line("");
    line("/** What is known about {@link %s}, and access to its fields. */", model.name());
    line("@SuppressWarnings(\"unchecked\")");
    line("public final class %s extends ModelMeta<%s> {", meta, model.name());
    for (FieldDef field : model.fields()) {
      if (!field.constantType().isEmpty()) {
        line(
            "  private static final FieldType.%s %s =", field.constantType(), field.constantName());
        line("      %s;", field.typeSource());
      }
    }
    line("  /** The one instance. */");
    line("  public static final %s META = new %s();", meta, meta);
    line("");
    constructor(meta);
    create();
    concreteType();
    manager();
    get();
    set();
    read();
    out.append(new SnapshotWriter(model).source());
    relations();
    property();
    line("}");
    return out.toString();
  }

  private void constructor(String meta) {
    line("  private %s() {", meta);
    line("    super(");
    line("        %s.class,", model.name());
    line("        %s,", model.namesSource());
    if (model.parent().isPresent()) {
      line("        %sMeta.META,", model.parent().type());
    }
    List<String> fields = new ArrayList<>();
    for (FieldDef field : model.ownFields()) {
      StringBuilder call = new StringBuilder();
      String type = field.constantType().isEmpty() ? field.typeSource() : field.constantName();
      call.append(
          "            FieldMeta.named(%s, %s, %s, %s.class)"
              .formatted(
                  Literals.literal(field.name()),
                  Literals.literal(field.column()),
                  type,
                  Kind.raw(field.boxed())));
      for (String option : field.options()) {
        call.append("\n                .").append(option);
      }
      call.append("\n                .build()");
      fields.add(call.toString());
    }
    list(fields, ",");
    list(model.ownManys().stream().map(m -> "            " + m.source()).toList(), ",");
    list(model.constraints().stream().map(c -> "            " + c).toList(), ",");
    list(model.indexes().stream().map(i -> "            " + i).toList(), ");");
    line("  }");
  }

  private void list(List<String> items, String end) {
    if (items.isEmpty()) {
      line("        List.of()%s", end);
    } else {
      line("        List.of(");
      out.append(String.join(",\n", items)).append(")").append(end).append('\n');
    }
  }

  private void create() {
    line("");
    line("  @Override");
    line("  public %s create() {", model.name());
    line("    return new %s();", model.name());
    line("  }");
  }

  private void concreteType() {
    if (!model.proxyOf().isEmpty()) {
      line("");
      line("  @Override");
      line("  public Class<? extends io.quintet.orm.Entity> concreteType() {");
      line("    return %s.class;", model.proxyOf());
      line("  }");
    }
  }

  private void manager() {
    if (!model.manager().isEmpty()) {
      line("");
      line("  @Override");
      line("  public io.quintet.orm.Manager<%s> manager() {", model.name());
      line("    return %s.%s;", model.name(), model.manager());
      line("  }");
    }
  }

  private void get() {
    line("");
    line("  @Override");
    line("  public Object get(%s entity, int index) {", model.name());
    line("    return switch (index) {");
    int index = 0;
    for (FieldDef field : model.fields()) {
      line("      case %d -> %s;", index++, model.value(field));
    }
    line("      default -> throw new IndexOutOfBoundsException(index);");
    line("    };");
    line("  }");
  }

  private void set() {
    line("");
    line("  @Override");
    line("  public void set(%s entity, int index, Object value) {", model.name());
    line("    switch (index) {");
    int index = 0;
    for (FieldDef field : model.fields()) {
      line("      case %d -> %s;", index++, assignment(field));
    }
    line("      default -> throw new IndexOutOfBoundsException(index);");
    line("    }");
    line("  }");
  }

  private String assignment(FieldDef column) {
    FieldDef field = column.isParentLink() ? model.key() : column;
    String target = "entity." + field.name();
    if (field.kind() == Kind.REFERENCE) {
      return target + ".assign(value)";
    }
    String number =
        switch (field.boxed()) {
          case "Short" -> "((Number) value).shortValue()";
          case "Integer" -> "((Number) value).intValue()";
          case "Long" -> "((Number) value).longValue()";
          case "Double" -> "((Number) value).doubleValue()";
          default -> "";
        };
    if (number.isEmpty()) {
      return target + " = (" + (field.primitive() ? field.boxed() : field.javaType()) + ") value";
    }
    return field.primitive()
        ? target + " = " + number
        : target + " = value == null ? null : (" + field.boxed() + ") " + number;
  }

  private void read() {
    line("");
    line("  @Override");
    line(
        "  public void read(ColumnReader row, int first, %s entity) throws SQLException {",
        model.name());
    int index = 0;
    for (FieldDef field : model.fields()) {
      String at = index == 0 ? "first" : "first + " + index;
      int position = index++;
      if (field.isParentLink()) {
        continue;
      }
      if (field.kind() == Kind.REFERENCE) {
        line(
            "    entity.%s.loadKey(%s);",
            field.name(), ReaderCall.of(field.keyKind(), !field.nullable(), -1, at));
      } else {
        String call = ReaderCall.of(field, at);
        boolean encrypted = field.options().contains(EncryptedMark.OPTION);
        line(
            "    entity.%s = %s;",
            field.name(), encrypted ? "decrypted(" + position + ", " + call + ")" : call);
      }
    }
    line("  }");
  }

  private void relations() {
    Map<String, String> ones = new LinkedHashMap<>();
    for (FieldDef field : model.fields()) {
      if (field.kind() == Kind.REFERENCE) {
        ones.put(field.name(), ModelDef.one(field));
      }
    }
    Map<String, String> manys = new LinkedHashMap<>();
    model.manys().forEach(m -> manys.put(m.name(), "entity." + m.name()));
    accessor("One<?>", "one", ones);
    accessor("Many<?>", "many", manys);
  }

  private void accessor(String type, String method, Map<String, String> accesses) {
    if (accesses.isEmpty()) {
      return;
    }
    line("");
    line("  @Override");
    line("  public %s %s(%s entity, String name) {", type, method, model.name());
    line("    return switch (name) {");
    accesses.forEach(
        (name, access) -> line("      case %s -> %s;", Literals.literal(name), access));
    line("      default -> super.%s(entity, name);", method);
    line("    };");
    line("  }");
  }

  private void property() {
    Map<String, String> cases = new LinkedHashMap<>();
    for (FieldDef field : model.fields()) {
      if (field.kind() == Kind.REFERENCE) {
        cases.put(field.name(), ModelDef.one(field) + ".get()");
        cases.putIfAbsent(field.name() + "Id", model.value(field));
        cases.putIfAbsent(field.column(), model.value(field));
      } else {
        cases.put(field.name(), model.value(field));
      }
      if (field.isKey()) {
        cases.put("pk", model.value(field));
      }
    }
    model.manys().forEach(m -> cases.put(m.name(), "entity." + m.name()));
    for (String method : model.methods()) {
      cases.putIfAbsent(method, "entity." + method + "()");
    }
    for (FieldDef field : model.fields()) {
      if (field.kind() == Kind.ENUM) {
        String label =
            "entity.%s == null ? \"\" : %s.of(entity.%s).label()"
                .formatted(field.name(), field.constantName(), field.name());
        cases.putIfAbsent(field.name() + "Label", label);
        cases.putIfAbsent("get_" + Names.snake(field.name()) + "_display", label);
      }
    }
    for (String method : model.methods()) {
      if (method.startsWith("get") && method.length() > 3) {
        cases.putIfAbsent(Names.decapitalised(method.substring(3)), "entity." + method + "()");
      }
    }
    for (var entry : List.copyOf(cases.entrySet())) {
      cases.putIfAbsent(Names.snake(entry.getKey()), entry.getValue());
    }
    line("");
    line("  @Override");
    line("  public Object property(%s entity, String name) {", model.name());
    line("    return switch (name) {");
    cases.forEach((name, value) -> line("      case %s -> %s;", Literals.literal(name), value));
    line("      default -> super.property(entity, name);");
    line("    };");
    line("  }");
  }

  private void line(String text, Object... values) {
    out.append(values.length == 0 ? text : text.formatted(values)).append('\n');
  }
}
