package io.quintet.processor.model;

import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** What a Java type is for a column. */
final class TypeNames {
  static final String STORED_FILE = "io.quintet.storage.StoredFile";

  private TypeNames() {}

  /** The kind of a type by itself, annotations aside; null when no column can hold it. */
  static Kind kindOf(TypeMirror type) {
    if (type instanceof PrimitiveType) {
      return switch (type.getKind()) {
        case SHORT -> Kind.SHORT;
        case INT -> Kind.INT;
        case LONG -> Kind.LONG;
        case DOUBLE -> Kind.DOUBLE;
        case BOOLEAN -> Kind.BOOL;
        default -> null;
      };
    }
    if (type instanceof ArrayType array) {
      return array.getComponentType().getKind() == TypeKind.BYTE ? Kind.BYTES : null;
    }
    if (!(type instanceof DeclaredType declared)) {
      return null;
    }
    TypeElement element = (TypeElement) declared.asElement();
    if (element.getKind() == ElementKind.ENUM) {
      return Kind.ENUM;
    }
    return switch (element.getQualifiedName().toString()) {
      case "java.lang.String" -> Kind.CHARS;
      case "java.lang.Short" -> Kind.SHORT;
      case "java.lang.Integer" -> Kind.INT;
      case "java.lang.Long" -> Kind.LONG;
      case "java.lang.Double" -> Kind.DOUBLE;
      case "java.lang.Boolean" -> Kind.BOOL;
      case "java.math.BigDecimal" -> Kind.DECIMAL;
      case "java.time.LocalDate" -> Kind.DATE;
      case "java.time.LocalTime" -> Kind.TIME;
      case "java.time.LocalDateTime" -> Kind.DATE_TIME;
      case "java.time.Instant" -> Kind.INSTANT;
      case "java.time.Duration" -> Kind.DURATION;
      case "java.util.UUID" -> Kind.UUID;
      case "java.util.Map", "java.util.List" -> Kind.JSON;
      case STORED_FILE -> Kind.FILE;
      default -> null;
    };
  }

  /** The type as it is written in source, without annotations and type arguments. */
  static String source(TypeMirror type) {
    if (type instanceof PrimitiveType) {
      return switch (type.getKind()) {
        case SHORT -> "short";
        case INT -> "int";
        case LONG -> "long";
        case DOUBLE -> "double";
        case FLOAT -> "float";
        case BYTE -> "byte";
        case CHAR -> "char";
        default -> "boolean";
      };
    }
    if (type instanceof ArrayType array) {
      return source(array.getComponentType()) + "[]";
    }
    if (type instanceof DeclaredType declared) {
      return shortened(((TypeElement) declared.asElement()).getQualifiedName().toString());
    }
    return type.toString();
  }

  /** The type as it is written in source with its type arguments, without annotations. */
  static String full(TypeMirror type) {
    if (type instanceof DeclaredType declared && !declared.getTypeArguments().isEmpty()) {
      return source(type)
          + "<"
          + String.join(", ", declared.getTypeArguments().stream().map(TypeNames::full).toList())
          + ">";
    }
    return source(type);
  }

  static String boxed(String source) {
    return switch (source) {
      case "short" -> "Short";
      case "int" -> "Integer";
      case "long" -> "Long";
      case "double" -> "Double";
      case "boolean" -> "Boolean";
      default -> source;
    };
  }

  private static String shortened(String qualified) {
    return qualified.startsWith("java.lang.") && qualified.indexOf('.', 10) < 0
        ? qualified.substring(10)
        : qualified;
  }
}
