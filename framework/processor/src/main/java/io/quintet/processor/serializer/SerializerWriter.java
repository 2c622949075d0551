package io.quintet.processor.serializer;

import io.quintet.processor.source.Literals;
import java.io.IOException;
import java.io.Writer;
import java.util.function.Function;
import javax.annotation.processing.Filer;

/** Writes the serializer of a record. */
final class SerializerWriter {
  private final SerializerDef def;
  private final StringBuilder out = new StringBuilder();

  SerializerWriter(SerializerDef def) {
    this.def = def;
  }

  void writeTo(Filer filer) throws IOException {
    var file = filer.createSourceFile(def.className(), def.record());
    try (Writer writer = file.openWriter()) {
      writer.write(source());
    }
  }

  private String source() {
    String name = def.simpleName();
    line("// Written by quintet-processor from %s.", def.type());
    if (!def.packageName().isEmpty()) {
      line("package %s;", def.packageName());
    }
    line("");
    line("import io.quintet.orm.meta.FieldRule;");
    line("import io.quintet.orm.meta.FieldType;");
    line("import io.quintet.rest.serializers.FieldSpec;");
    line("import io.quintet.rest.serializers.RecordSerializer;");
    line("import io.quintet.rest.serializers.Represent;");
    line("import java.util.LinkedHashMap;");
    line("import java.util.List;");
    line("import java.util.Map;");
    line("");
    line("/** The serializer of {@link %s}. */", def.type());
    line("@SuppressWarnings({\"unchecked\", \"cast\", \"NullAway\"})");
    line(
        "public final class %s extends RecordSerializer<%s, %s> {", name, def.entity(), def.type());
    line("  /** The one instance. */");
    line("  public static final %s INSTANCE = new %s();", name, name);
    line("");
    line("  private %s() {", name);
    line("    super(");
    line("        %s.class,", def.entity());
    line("        %s.class,", def.type());
    line("        List.of(");
    line("            %s));", joined(ComponentDef::spec, ",\n            "));
    line("  }");
    line("");
    read();
    toMap();
    record();
    if (def.validates()) {
      line("");
      line("  @Override");
      line("  protected void validateTogether(io.quintet.rest.serializers.Values v) {");
      line("    %s.validate(v);", def.type());
      line("  }");
    }
    line("}");
    return out.toString();
  }

  private void read() {
    line("  @Override");
    line("  public %s read(%s e) {", def.type(), def.entity());
    if (def.free()) {
      line("    return e;");
    } else {
      line("    return new %s(", def.type());
      line("        %s);", joined(ComponentDef::read, ",\n        "));
    }
    line("  }");
    line("");
  }

  private void toMap() {
    line("  @Override");
    line("  public Map<String, Object> toMap(%s r) {", def.type());
    line(
        "    Map<String, Object> m = LinkedHashMap.newLinkedHashMap(%d);", def.components().size());
    for (ComponentDef component : def.components()) {
      if (!component.writeOnly() && !component.show().equals("null")) {
        line("    m.put(%s, %s);", Literals.literal(component.jsonName()), component.show());
      }
    }
    line("    return m;");
    line("  }");
    line("");
  }

  private void record() {
    line("  @Override");
    line("  public %s record(io.quintet.rest.serializers.Values v) {", def.type());
    line("    return new %s(", def.type());
    line("        %s);", joined(ComponentDef::take, ",\n        "));
    line("  }");
    line("");
    line("  @Override");
    line("  protected Object component(%s r, String name) {", def.type());
    line("    return switch (name) {");
    for (ComponentDef component : def.components()) {
      line("      case %s -> r.%s();", Literals.literal(component.name()), component.name());
    }
    line("      default -> throw noComponent(name);");
    line("    };");
    line("  }");
  }

  private String joined(Function<ComponentDef, String> part, String separator) {
    return String.join(separator, def.components().stream().map(part).toList());
  }

  private void line(String text, Object... values) {
    out.append(values.length == 0 ? text : text.formatted(values)).append('\n');
  }
}
