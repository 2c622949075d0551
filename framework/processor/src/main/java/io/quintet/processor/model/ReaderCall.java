package io.quintet.processor.model;

import io.quintet.processor.source.Literals;

/** Writes the call that reads a column of a row. */
final class ReaderCall {
  private ReaderCall() {}

  static String of(FieldDef field, String at) {
    String type = field.constantName();
    return switch (field.kind()) {
      case ENUM -> "(%s) %s.constant(row.text(%s))".formatted(field.javaType(), type, at);
      case CONVERTED -> converted(field.javaType(), type, field.inner(), at);
      case ARRAY -> "(%s) row.array(%s, %s.element())".formatted(field.javaType(), at, type);
      case JSON ->
          field.javaType().equals("Object")
              ? "row.json(" + at + ")"
              : "(%s) row.json(%s)".formatted(field.javaType(), at);
      case FILE, IMAGE -> file(field, at);
      default -> of(field.kind(), field.primitive(), field.places(), at);
    };
  }

  /** A value of an application's own class, by the constant that is its FieldType.Converted. */
  static String converted(String javaType, String type, FieldDef.Inner held, String at) {
    String read =
        switch (held.kind()) {
          case ENUM -> "((FieldType.Choices) %s.held()).constant(row.text(%s))".formatted(type, at);
          case JSON -> "row.json(" + at + ")";
          default -> of(held.kind(), false, held.places(), at);
        };
    return "(%s) %s.loaded(%s)".formatted(javaType, type, read);
  }

  private static String file(FieldDef field, String at) {
    return "row.file(%s, %s)".formatted(at, Literals.literal(field.storage()));
  }

  /** A column of a type that needs no more than the type. */
  static String of(Kind kind, boolean primitive, int places, String at) {
    return switch (kind) {
      case IDENTITY, LONG -> number("long", primitive, at);
      case INT -> number("int", primitive, at);
      case SHORT -> number("short", primitive, at);
      case DOUBLE -> number("double", primitive, at);
      case BOOL -> number("bool", primitive, at);
      case CHARS, LONG_TEXT, SLUG, EMAIL, URL, IP -> "row.text(" + at + ")";
      case DECIMAL -> "row.decimal(" + at + ", " + places + ")";
      case DATE -> "row.date(" + at + ")";
      case TIME -> "row.time(" + at + ")";
      case DATE_TIME -> "row.dateTime(" + at + ")";
      case INSTANT -> "row.instant(" + at + ")";
      case DURATION -> "row.duration(" + at + ")";
      case UUID -> "row.uuid(" + at + ")";
      case BYTES -> "row.bytes(" + at + ")";
      case JSON, ENUM, FILE, IMAGE, ARRAY, CONVERTED, REFERENCE ->
          throw new IllegalStateException("written elsewhere: " + kind);
    };
  }

  private static String number(String type, boolean primitive, String at) {
    return "row." + type + (primitive ? "At(" : "OrNull(") + at + ")";
  }
}
