package io.quintet.processor.serializer;

import java.util.ArrayDeque;
import java.util.Deque;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;

/** Types as they are written in generated source. */
final class TypeTexts {
  private TypeTexts() {}

  /** The type with its arguments, without annotations. */
  static String of(TypeMirror type) {
    if (type instanceof DeclaredType declared) {
      String name = ((TypeElement) declared.asElement()).getQualifiedName().toString();
      if (declared.getTypeArguments().isEmpty()) {
        return name;
      }
      return name
          + "<"
          + String.join(", ", declared.getTypeArguments().stream().map(TypeTexts::of).toList())
          + ">";
    }
    if (type instanceof ArrayType array) {
      return of(array.getComponentType()) + "[]";
    }
    if (type instanceof PrimitiveType primitive) {
      return primitive.getKind().name().toLowerCase(java.util.Locale.ROOT);
    }
    return type.toString();
  }

  /** The type without arguments, boxed. */
  static String boxed(TypeMirror type) {
    if (type instanceof PrimitiveType) {
      return switch (type.getKind()) {
        case INT -> "java.lang.Integer";
        case LONG -> "java.lang.Long";
        case SHORT -> "java.lang.Short";
        case DOUBLE -> "java.lang.Double";
        case FLOAT -> "java.lang.Float";
        case BOOLEAN -> "java.lang.Boolean";
        case BYTE -> "java.lang.Byte";
        default -> "java.lang.Character";
      };
    }
    return type instanceof DeclaredType declared
        ? ((TypeElement) declared.asElement()).getQualifiedName().toString()
        : of(type);
  }

  /** What people call the type. */
  static String simple(TypeMirror type) {
    return of(type).replaceAll("[a-z0-9_]+\\.", "");
  }

  /** {@code Outer.Inner} becomes {@code Outer_InnerSerializer}. */
  static String serializerSimpleName(TypeElement record) {
    Deque<String> names = new ArrayDeque<>();
    Element current = record;
    while (current.getKind().isClass() || current.getKind().isInterface()) {
      names.addFirst(current.getSimpleName().toString());
      current = current.getEnclosingElement();
    }
    return String.join("_", names) + "Serializer";
  }

  static String serializerName(Elements elements, TypeElement record) {
    String home = elements.getPackageOf(record).getQualifiedName().toString();
    return (home.isEmpty() ? "" : home + ".") + serializerSimpleName(record);
  }

  static boolean isRecord(TypeMirror type) {
    return type instanceof DeclaredType declared
        && declared.asElement().getKind() == ElementKind.RECORD;
  }

  static boolean isEnum(TypeMirror type) {
    return type instanceof DeclaredType declared
        && declared.asElement().getKind() == ElementKind.ENUM;
  }
}
