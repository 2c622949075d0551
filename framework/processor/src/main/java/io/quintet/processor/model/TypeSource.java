package io.quintet.processor.model;

import static io.quintet.processor.model.Marks.JAKARTA;
import static io.quintet.processor.model.Marks.ORM;

import io.quintet.processor.source.Literals;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;

/** Writes the expression that makes the FieldType of a column. */
final class TypeSource {
  private final Elements elements;
  private final Problems problems;

  TypeSource(Elements elements, Problems problems) {
    this.elements = elements;
    this.problems = problems;
  }

  Optional<String> of(String where, VariableElement field, TypeMirror type, Kind kind) {
    return switch (kind) {
      case IDENTITY -> made("Identity()");
      case CHARS -> made("Chars(" + maxLength(field, 255) + ")");
      case LONG_TEXT -> made("LongText()");
      case SLUG -> made("Slug(" + maxLength(field, 50) + ")");
      case EMAIL -> made("Email(" + maxLength(field, 254) + ")");
      case URL -> made("Url(" + maxLength(field, 200) + ")");
      case IP -> ipAddress(where, field);
      case SHORT -> made("Int16()");
      case INT -> made("Int32()");
      case LONG -> made("Int64()");
      case DOUBLE -> made("Float64()");
      case DECIMAL -> decimal(where, field);
      case BOOL -> made("Bool()");
      case DATE -> made("Date()");
      case TIME -> made("Time()");
      case DATE_TIME -> made("DateTime()");
      case INSTANT -> made("Timestamp()");
      case DURATION -> made("Span()");
      case UUID -> made("Uuid()");
      case ENUM -> choices(where, field, type);
      case JSON -> made("JsonValue()");
      case FILE -> file("FileName", field, "FileField");
      case IMAGE -> file("ImageName", field, "Image");
      case BYTES -> made("Bytes()");
      case REFERENCE, ARRAY, CONVERTED ->
          throw new IllegalStateException("written elsewhere: " + kind);
    };
  }

  private static Optional<String> made(String call) {
    return Optional.of("new FieldType." + call);
  }

  private int maxLength(VariableElement field, int standard) {
    int max =
        Marks.find(elements, field, JAKARTA + "Size")
            .map(m -> m.number("max"))
            .orElse(Integer.MAX_VALUE);
    return max == Integer.MAX_VALUE ? standard : max;
  }

  private Optional<String> decimal(String where, VariableElement field) {
    var digits = Marks.find(elements, field, JAKARTA + "Digits");
    if (digits.isEmpty()) {
      problems.error(
          field,
          "%s is a BigDecimal without digits. Write @Digits(integer = 8, fraction = 2): so many digits before and after"
              + " the point.",
          where);
      return Optional.empty();
    }
    int integer = digits.get().number("integer");
    int fraction = digits.get().number("fraction");
    return made("Decimal(" + (integer + fraction) + ", " + fraction + ")");
  }

  private Optional<String> ipAddress(String where, VariableElement field) {
    Marks mark = Marks.find(elements, field, ORM + "IpAddress").orElseThrow();
    String protocol = mark.constant("protocol");
    boolean unpacks = mark.flag("unpackIpv4");
    if (unpacks && !protocol.equals("BOTH")) {
      problems.error(
          field,
          "%s is @IpAddress(protocol = %s, unpackIpv4 = true). An address of version 4 can be taken out of one of version 6"
              + " only where both are allowed. Remove one of both.",
          where,
          protocol);
      return Optional.empty();
    }
    return made(
        "IpAddress(io.quintet.orm.annotation.IpAddress.Protocol."
            + protocol
            + ", "
            + unpacks
            + ")");
  }

  private Optional<String> file(String name, VariableElement field, String annotation) {
    Marks mark = Marks.find(elements, field, ORM + annotation).orElseThrow();
    return made(
        "%s(%d, %s, %s)"
            .formatted(
                name,
                maxLength(field, 100),
                Literals.literal(mark.text("uploadTo")),
                Literals.literal(mark.text("storage"))));
  }

  private Optional<String> choices(String where, VariableElement field, TypeMirror type) {
    List<Constant> constants = constants((DeclaredType) type);
    String enumName = TypeNames.source(type);
    if (constants.isEmpty()) {
      problems.error(field, "%s: the enum %s has no constants.", where, enumName);
      return Optional.empty();
    }
    long different = constants.stream().map(Constant::stored).distinct().count();
    if (different < constants.size()) {
      problems.error(
          field,
          "%s: two constants of %s are stored as the same text. Change one @Stored.",
          where,
          enumName);
    }
    int longest = longest(constants);
    int max = maxLength(field, Math.max(32, longest));
    if (longest > max) {
      problems.error(
          field,
          "%s has @Size(max = %d), but a constant of %s has %d characters.",
          where,
          max,
          enumName,
          longest);
    }
    return Optional.of(source(max, enumName, constants));
  }

  /** The expression for an enum on its own. */
  String choicesOf(DeclaredType type) {
    List<Constant> constants = constants(type);
    return source(Math.max(32, longest(constants)), TypeNames.source(type), constants);
  }

  private static int longest(List<Constant> constants) {
    return constants.stream().mapToInt(c -> c.stored().length()).max().orElse(0);
  }

  private static String source(int max, String enumName, List<Constant> constants) {
    List<String> items =
        constants.stream()
            .map(c ->
                "new FieldType.Choice(%s.%s, %s, %s)"
                    .formatted(
                        enumName,
                        c.name(),
                        Literals.literal(c.stored()),
                        Literals.literal(c.label())))
            .toList();
    return "new FieldType.Choices(" + max + ", List.of(" + String.join(", ", items) + "))";
  }

  private record Constant(String name, String stored, String label) {}

  private List<Constant> constants(DeclaredType type) {
    List<Constant> found = new ArrayList<>();
    for (Element constant : type.asElement().getEnclosedElements()) {
      if (constant.getKind() == ElementKind.ENUM_CONSTANT) {
        String name = constant.getSimpleName().toString();
        found.add(
            new Constant(
                name,
                Marks.find(elements, constant, ORM + "Stored")
                    .map(m -> m.text("value"))
                    .orElse(name),
                Marks.find(elements, constant, ORM + "Label")
                    .map(m -> m.text("value"))
                    .orElseGet(() -> Names.constantWords(name))));
      }
    }
    return found;
  }
}
