package io.quintet.processor.model;

import io.quintet.processor.source.Literals;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;

/** Writes the reader of a record annotated with @Row. */
final class RowWriter {
  private final ProcessingEnvironment environment;
  private final Elements elements;
  private final Problems problems;

  RowWriter(ProcessingEnvironment environment, Problems problems) {
    this.environment = environment;
    this.elements = environment.getElementUtils();
    this.problems = problems;
  }

  /** The expression that makes the reader, or empty when the declaration is wrong. */
  Optional<String> write(TypeElement row) throws IOException {
    if (row.getKind() != ElementKind.RECORD) {
      problems.error(
          row,
          "%s is @Row but no record. Write: @Row record %s(...) {}.",
          row.getSimpleName(),
          row.getSimpleName());
      return Optional.empty();
    }
    for (Element e = row; e.getKind().isDeclaredType(); e = e.getEnclosingElement()) {
      if (e.getModifiers().contains(Modifier.PRIVATE)) {
        problems.error(
            row,
            "%s is private, so its generated reader cannot reach it. Remove private.",
            e.getSimpleName());
        return Optional.empty();
      }
    }
    List<String> calls = new ArrayList<>();
    List<String> constants = new ArrayList<>();
    int at = 0;
    for (RecordComponentElement component : row.getRecordComponents()) {
      Optional<String> call = call(row, component, at == 0 ? "first" : "first + " + at, constants);
      if (call.isEmpty()) {
        return Optional.empty();
      }
      calls.add(call.get());
      at++;
    }
    String packageName = elements.getPackageOf(row).getQualifiedName().toString();
    String name = readerName(row, packageName);
    var file = environment.getFiler().createSourceFile(packageName + "." + name, row);
    try (Writer writer = file.openWriter()) {
      writer.write(source(row, packageName, name, calls, constants));
    }
    return Optional.of("new " + packageName + "." + name + "()");
  }

  private static String readerName(TypeElement row, String packageName) {
    String nested = row.getQualifiedName().toString().substring(packageName.length() + 1);
    return nested.replace('.', '_') + "Row";
  }

  private Optional<String> call(
      TypeElement row, RecordComponentElement component, String at, List<String> constants) {
    TypeMirror type = component.asType();
    if (Conversion.isOn(component)) {
      return converted(row, component, at, constants);
    }
    Kind kind = TypeNames.kindOf(type);
    String source = TypeNames.full(type);
    if (kind == null && source.equals("Object")) {
      return Optional.of("row.value(" + at + ", Object.class)");
    }
    if (kind == null || kind.isFile()) {
      problems.error(
          component,
          "%s.%s is of the type %s, which cannot be read from a query. Allowed: String, numbers, boolean, BigDecimal, java.time types,"
              + " UUID, enums, Map or List (JSON), byte[], and any class with @Converted.",
          row.getSimpleName(),
          component.getSimpleName(),
          source);
      return Optional.empty();
    }
    if (kind == Kind.JSON) {
      return Optional.of("(" + source + ") row.json(" + at + ")");
    }
    if (kind == Kind.ENUM) {
      String field =
          constant(
              "Choices",
              new TypeSource(elements, problems).choicesOf((DeclaredType) type),
              constants);
      return Optional.of("(" + source + ") " + field + ".constant(row.text(" + at + "))");
    }
    return Optional.of(ReaderCall.of(kind, type instanceof PrimitiveType, -1, at));
  }

  private static String constant(String type, String source, List<String> constants) {
    String name = "TYPE_" + constants.size();
    constants.add(
        "  private static final FieldType.%s %s =\n      %s;\n".formatted(type, name, source));
    return name;
  }

  /** The column of a converted value is read by the type that its converter names. */
  private Optional<String> converted(
      TypeElement row, RecordComponentElement component, String at, List<String> constants) {
    String where = row.getSimpleName() + "." + component.getSimpleName();
    return Conversion.read(environment, problems, where, component)
        .map(c -> {
          TypeSource types = new TypeSource(elements, problems);
          String held =
              c.kind() == Kind.ENUM
                  ? types.choicesOf((DeclaredType) c.held())
                  : "new FieldType.LongText()";
          String javaType = TypeNames.full(component.asType());
          String type = constant("Converted", c.typeSource(held, Kind.raw(javaType)), constants);
          return ReaderCall.converted(
              javaType, type, new FieldDef.Inner(c.kind(), TypeNames.full(c.held()), -1), at);
        });
  }

  private static String source(
      TypeElement row,
      String packageName,
      String name,
      List<String> calls,
      List<String> constants) {
    String type = row.getQualifiedName().toString();
    List<String> names =
        row.getRecordComponents().stream().map(c -> c.getSimpleName().toString()).toList();
    StringBuilder properties = new StringBuilder();
    for (String component : names) {
      properties.append(
          "      case %s -> value.%s();\n".formatted(Literals.literal(component), component));
    }
    return """
    // Written by quintet-processor from %s.
    package %s;

    import io.quintet.orm.meta.*;
    import java.sql.SQLException;
    import java.util.List;

    /** Reads {@link %s} from the result of a query. */
    @SuppressWarnings("unchecked")
    public final class %s implements RowMeta<%s> {
    %s
      @Override
      public Class<%s> type() {
        return %s.class;
      }

      @Override
      public List<String> names() {
        return List.of(%s);
      }

      @Override
      public %s read(ColumnReader row, int first) throws SQLException {
        return new %s(
            %s);
      }

      @Override
      public Object property(%s value, String name) {
        return switch (name) {
    %s      default -> ModelMeta.NO_PROPERTY;
        };
      }
    }
    """
        .formatted(
            type,
            packageName,
            type,
            name,
            type,
            String.join("", constants),
            type,
            type,
            String.join(", ", names.stream().map(Literals::literal).toList()),
            type,
            type,
            String.join(",\n        ", calls),
            type,
            properties);
  }
}
