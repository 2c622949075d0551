package io.quintet.processor.model;

import static io.quintet.processor.model.Marks.ORM;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Reads fields whose type has another one inside: converted values and arrays. */
final class InnerTypes {
  private static final Set<Kind> ELEMENTS =
      EnumSet.of(
          Kind.CHARS,
          Kind.SHORT,
          Kind.INT,
          Kind.LONG,
          Kind.DOUBLE,
          Kind.BOOL,
          Kind.DECIMAL,
          Kind.DATE,
          Kind.TIME,
          Kind.DATE_TIME,
          Kind.INSTANT,
          Kind.UUID);

  private final ProcessingEnvironment environment;
  private final Problems problems;

  InnerTypes(ProcessingEnvironment environment, Problems problems) {
    this.environment = environment;
    this.problems = problems;
  }

  /** What is inside a field of such a kind: its type and the kind that marks may specialise. */
  record Found(TypeMirror type, Kind kind, Optional<Conversion> conversion) {}

  /** Whether a field has one of the marks. */
  static boolean isOn(VariableElement field) {
    return Conversion.isOn(field) || Marks.has(field, ORM + "Array");
  }

  /** Whether something says what kind of text the elements are. */
  private static boolean isMarked(VariableElement field) {
    return Marks.has(field, Marks.JAKARTA + "Size")
        || Marks.has(field, Marks.JAKARTA + "Email")
        || List.of("Text", "Slug", "Url", "IpAddress").stream()
            .anyMatch(name -> Marks.has(field, ORM + name));
  }

  /** What is inside a field with one of the marks; empty after an error was reported. */
  Optional<Found> read(String where, VariableElement field) {
    if (Conversion.isOn(field)) {
      return Conversion.read(environment, problems, where, field)
          .map(c -> new Found(c.held(), c.kind(), Optional.of(c)));
    }
    List<? extends TypeMirror> arguments =
        TypeNames.source(field.asType()).equals("java.util.List")
            ? ((DeclaredType) field.asType()).getTypeArguments()
            : List.of();
    Kind kind = arguments.size() == 1 ? TypeNames.kindOf(arguments.getFirst()) : null;
    if (kind == null || !ELEMENTS.contains(kind)) {
      problems.error(
          field,
          "%s is @Array but of the type %s. It has to be a List of String, numbers, Boolean, BigDecimal, LocalDate, LocalTime,"
              + " LocalDateTime, Instant or UUID.",
          where,
          TypeNames.full(field.asType()));
      return Optional.empty();
    }
    Kind element = kind == Kind.CHARS && !isMarked(field) ? Kind.LONG_TEXT : kind;
    return Optional.of(new Found(arguments.getFirst(), element, Optional.empty()));
  }
}
