package io.quintet.processor.model;

import io.quintet.processor.source.Literals;
import java.io.IOException;
import java.io.Writer;
import javax.annotation.processing.Filer;

/** Writes the Q-class of a model: its typed paths. */
final class PathWriter {
  private final ModelDef model;
  private final Reverses reverses;
  private final StringBuilder out = new StringBuilder();

  PathWriter(ModelDef model, Reverses reverses) {
    this.model = model;
    this.reverses = reverses;
  }

  void writeTo(Filer filer) throws IOException {
    String name = "Q" + model.name();
    var file = filer.createSourceFile(model.packageName() + "." + name, model.element());
    try (Writer writer = file.openWriter()) {
      writer.write(source(name));
    }
  }

  private String source(String name) {
    String entity = model.name();
    line("// Written by quintet-processor from %s.", model.qualifiedName());
    line("package %s;", model.packageName());
    line("");
    line("import io.quintet.orm.expr.*;");
    line("");
    line("/** Typed paths of {@link %s} for queries on {@code R}. */", entity);
    line("public final class %s<R> extends EntityPath<R, %s> {", name, entity);
    line("  /** The root of queries on %s. */", entity);
    line("  public static final %s<%s> %s = new %s<>();", name, entity, rootName(), name);
    for (FieldDef field : model.fields()) {
      if (field.kind() != Kind.REFERENCE) {
        line("");
        line("  /** The column {@code %s}. */", field.column());
        line(
            "  public final %s %s = %s;",
            field.kind().pathType(field.boxed()),
            field.name(),
            field.kind().pathCall(field.name(), field.boxed()));
      }
    }
    line("");
    line("  private %s() {", name);
    line("    super(%s.class);", entity);
    line("  }");
    line("");
    line("  /** The path reached from {@code from} by a relation; called by generated code. */");
    line("  public %s(EntityPath<R, ?> from, String relation) {", name);
    line("    super(from, relation, %s.class);", entity);
    line("  }");
    for (FieldDef field : model.fields()) {
      if (field.kind() == Kind.REFERENCE) {
        relation(field.name(), field.target());
      }
    }
    for (ManyDef many : model.manys()) {
      relation(many.name(), many.target());
    }
    for (Reverses.Reverse reverse : reverses.of(model)) {
      relation(reverse.name(), reverse.source().qualifiedName());
    }
    for (Reverses.Abroad abroad : reverses.abroad(model)) {
      reachedFromAbroad(name, abroad);
    }
    line("}");
    return out.toString();
  }

  private void reachedFromAbroad(String name, Reverses.Abroad abroad) {
    int dot = abroad.target().lastIndexOf('.');
    String simple = abroad.target().substring(dot + 1);
    String path = abroad.target().substring(0, dot + 1) + "Q" + simple;
    line("");
    line(
        "  /** The %s that point to a {@link %s} of another module. */",
        model.name(), abroad.target());
    line("  public static <R> %s<R> %s(%s<R> from) {", name, abroad.name(), path);
    line("    return new %s<>(from, %s);", name, Literals.literal(abroad.name()));
    line("  }");
  }

  private String rootName() {
    String name = Names.decapitalised(model.name());
    boolean taken =
        javax.lang.model.SourceVersion.isKeyword(name)
            || model.fields().stream()
                .anyMatch(f -> f.kind() != Kind.REFERENCE && f.name().equals(name));
    return taken ? name + "_" : name;
  }

  private void relation(String name, String target) {
    int dot = target.lastIndexOf('.');
    String packageName = target.substring(0, dot);
    String path =
        (packageName.equals(model.packageName()) ? "" : packageName + ".")
            + "Q"
            + target.substring(dot + 1);
    line("");
    line("  /** The related {@link %s}. */", target);
    line("  public %s<R> %s() {", path, name);
    line("    return new %s<>(this, %s);", path, Literals.literal(name));
    line("  }");
  }

  private void line(String text, Object... values) {
    out.append(values.length == 0 ? text : text.formatted(values)).append('\n');
  }
}
