package io.quintet.processor.model;

import static io.quintet.processor.model.Marks.ORM;

import java.util.List;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/**
 * What @Converted says: the converter and what the column holds.
 *
 * @param converter the class of the converter as written in source
 * @param held the type of what the column holds
 * @param kind the kind of that, when marks on the field are left out
 */
record Conversion(String converter, TypeMirror held, Kind kind) {
  private static final String INTERFACE = "io.quintet.orm.FieldConverter";

  static boolean isOn(Element element) {
    return Marks.has(element, ORM + "Converted");
  }

  /** That of a field or component with the mark; empty after an error was reported. */
  static Optional<Conversion> read(
      ProcessingEnvironment environment, Problems problems, String where, Element element) {
    Marks mark =
        Marks.find(environment.getElementUtils(), element, ORM + "Converted").orElseThrow();
    DeclaredType converter = (DeclaredType) mark.type("value");
    TypeElement type = (TypeElement) converter.asElement();
    if (type.getModifiers().contains(Modifier.ABSTRACT) || !hasConstructor(type)) {
      problems.error(
          element,
          "%s: the converter %s has to be a public class with a public constructor without arguments.",
          where,
          type.getSimpleName());
      return Optional.empty();
    }
    Types types = environment.getTypeUtils();
    List<? extends TypeMirror> arguments = arguments(types, converter);
    TypeMirror value = types.stripAnnotations(element.asType());
    if (arguments.size() != 2
        || value instanceof PrimitiveType
        || !types.isSameType(types.stripAnnotations(arguments.getFirst()), value)) {
      problems.error(
          element,
          "%s is of the type %s, and its converter %s turns %s. Both have to be the same class.",
          where,
          TypeNames.full(element.asType()),
          type.getSimpleName(),
          arguments.isEmpty() ? "nothing" : "a " + TypeNames.full(arguments.getFirst()));
      return Optional.empty();
    }
    TypeMirror held = arguments.getLast();
    Kind kind = TypeNames.kindOf(held);
    if (kind == null || kind.isFile()) {
      problems.error(
          element,
          "%s: the converter %s makes a %s, which no column can hold. Allowed: String, numbers, Boolean, BigDecimal,"
              + " java.time types, UUID, enums, Map or List (JSON), byte[].",
          where,
          type.getSimpleName(),
          TypeNames.full(held));
      return Optional.empty();
    }
    return Optional.of(new Conversion(TypeNames.source(converter), held, kind));
  }

  private static boolean hasConstructor(TypeElement type) {
    return type.getKind() == ElementKind.CLASS
        && type.getModifiers().contains(Modifier.PUBLIC)
        && (type.getEnclosingElement().getKind() == ElementKind.PACKAGE
            || type.getModifiers().contains(Modifier.STATIC))
        && type.getEnclosedElements().stream()
            .anyMatch(e ->
                e.getKind() == ElementKind.CONSTRUCTOR
                    && e.getModifiers().contains(Modifier.PUBLIC)
                    && ((ExecutableElement) e).getParameters().isEmpty());
  }

  /** What stands for T and S of the interface in a class, or nothing. */
  private static List<? extends TypeMirror> arguments(Types types, TypeMirror type) {
    DeclaredType declared = (DeclaredType) type;
    if (((TypeElement) declared.asElement()).getQualifiedName().contentEquals(INTERFACE)) {
      return declared.getTypeArguments();
    }
    for (TypeMirror above : types.directSupertypes(type)) {
      List<? extends TypeMirror> found = arguments(types, above);
      if (!found.isEmpty()) {
        return found;
      }
    }
    return List.of();
  }

  /** The expression that makes the FieldType around that of what the column holds. */
  String typeSource(String held, String javaType) {
    return "new FieldType.Converted(%s, %s.class, new %s())".formatted(held, javaType, converter);
  }
}
