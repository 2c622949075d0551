package io.quintet.processor.serializer;

import io.quintet.processor.source.Literals;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;

/** Source for plain values: their type, how they are shown, their rules. */
final class Values {
  static final String ALLOWED =
      "String, short, int, long, double, boolean and their boxes, BigDecimal, LocalDate, LocalTime,"
          + " LocalDateTime, Instant, Duration, UUID, an enum, StoredFile or UploadedFile, Map and Object"
          + " (any JSON), another record with @Serializes, and List of these";

  private final Elements elements;

  Values(Elements elements) {
    this.elements = elements;
  }

  /** The expression that makes the FieldType of a plain Java type; empty for any other. */
  Optional<String> fieldType(Element component, TypeMirror type) {
    if (TypeTexts.isEnum(type)) {
      return Optional.of(choices((DeclaredType) type));
    }
    String call =
        switch (TypeTexts.boxed(type)) {
          case "java.lang.String" ->
              Marks.has(component, Marks.JAKARTA + "Email") ? "Email(320)" : "LongText()";
          case "java.lang.Short" -> "Int16()";
          case "java.lang.Integer" -> "Int32()";
          case "java.lang.Long" -> "Int64()";
          case "java.lang.Double" -> "Float64()";
          case "java.lang.Boolean" -> "Bool()";
          case "java.math.BigDecimal" -> decimal(component);
          case "java.time.LocalDate" -> "Date()";
          case "java.time.LocalTime" -> "Time()";
          case "java.time.LocalDateTime" -> "DateTime()";
          case "java.time.Instant" -> "Timestamp()";
          case "java.time.Duration" -> "Span()";
          case "java.util.UUID" -> "Uuid()";
          case "java.util.Map", "java.lang.Object" -> "JsonValue()";
          case "io.quintet.storage.StoredFile" -> "FileName(0, \"\", \"default\")";
          default -> "";
        };
    return call.isEmpty() ? Optional.empty() : Optional.of("new FieldType." + call);
  }

  private String decimal(Element component) {
    return Marks.find(component, Marks.JAKARTA + "Digits")
        .map(m -> {
          int whole = (Integer) Marks.value(elements, m, "integer");
          int places = (Integer) Marks.value(elements, m, "fraction");
          return "Decimal(" + (whole + places) + ", " + places + ")";
        })
        .orElse("Decimal(0, -1)");
  }

  private String choices(DeclaredType type) {
    List<String> items = new ArrayList<>();
    for (Element constant : type.asElement().getEnclosedElements()) {
      if (constant.getKind() == ElementKind.ENUM_CONSTANT) {
        String name = constant.getSimpleName().toString();
        items.add(
            "new FieldType.Choice(%s.%s, %s, %s)"
                .formatted(
                    TypeTexts.of(type),
                    name,
                    Literals.literal(text(constant, "Stored").orElse(name)),
                    Literals.literal(text(constant, "Label").orElseGet(() -> Text.words(name)))));
      }
    }
    return "new FieldType.Choices(255, List.of(" + String.join(", ", items) + "))";
  }

  private Optional<String> text(Element constant, String annotation) {
    return Marks.find(constant, Marks.ORM + annotation)
        .map(m -> (String) Marks.value(elements, m, "value"));
  }

  /** How a value of a plain type is shown. */
  static String show(TypeMirror type, String value, String name) {
    if (TypeTexts.isEnum(type)) {
      return "choice(" + Literals.literal(name) + ", " + value + ")";
    }
    String method =
        switch (TypeTexts.boxed(type)) {
          case "java.math.BigDecimal" -> "decimal";
          case "java.time.LocalDate" -> "date";
          case "java.time.LocalTime" -> "time";
          case "java.time.LocalDateTime" -> "dateTime";
          case "java.time.Instant" -> "instant";
          case "java.time.Duration" -> "duration";
          case "java.util.UUID" -> "uuid";
          case "io.quintet.storage.StoredFile" -> "file";
          default -> "";
        };
    return method.isEmpty() ? value : "Represent." + method + "(" + value + ")";
  }

  /** The calls on a FieldSpec for the constraints of a component. */
  String rules(Element component) {
    StringBuilder out = new StringBuilder();
    for (AnnotationMirror mark : component.getAnnotationMirrors()) {
      String name = mark.getAnnotationType().asElement().toString();
      if (name.startsWith(Marks.JAKARTA)) {
        String rule = rule(mark, name.substring(Marks.JAKARTA.length()));
        if (!rule.isEmpty()) {
          out.append(".rule(new FieldRule.").append(rule).append(")");
        }
      }
    }
    return out.toString();
  }

  private String rule(AnnotationMirror mark, String name) {
    String message = Literals.literal(Marks.message(elements, mark));
    return switch (name) {
      case "NotBlank", "NotEmpty" -> "NotBlank(" + message + ")";
      case "Size" ->
          "Size(%s, %s, %s)"
              .formatted(
                  Marks.value(elements, mark, "min"), Marks.value(elements, mark, "max"), message);
      case "Min", "Max" ->
          "%s(java.math.BigDecimal.valueOf(%sL), %s)"
              .formatted(name, Marks.value(elements, mark, "value"), message);
      case "Positive" -> "Min(java.math.BigDecimal.ONE, " + message + ")";
      case "PositiveOrZero" -> "Min(java.math.BigDecimal.ZERO, " + message + ")";
      case "DecimalMin", "DecimalMax" ->
          "%s(new java.math.BigDecimal(%s), %s)"
              .formatted(
                  name.substring(7),
                  Literals.literal((String) Marks.value(elements, mark, "value")),
                  message);
      case "Pattern" ->
          "Pattern(java.util.regex.Pattern.compile(%s), %s)"
              .formatted(Literals.literal((String) Marks.value(elements, mark, "regexp")), message);
      case "Email" -> "Email(" + message + ")";
      default -> "";
    };
  }
}
