package io.quintet.processor.model;

import io.quintet.processor.source.Literals;

/** The kinds of columns: how the typed path, the reader and the conversion of each are written. */
enum Kind {
  IDENTITY,
  CHARS,
  LONG_TEXT,
  SLUG,
  EMAIL,
  URL,
  IP,
  SHORT,
  INT,
  LONG,
  DOUBLE,
  DECIMAL,
  BOOL,
  DATE,
  TIME,
  DATE_TIME,
  INSTANT,
  DURATION,
  UUID,
  ENUM,
  JSON,
  FILE,
  IMAGE,
  BYTES,
  ARRAY,
  CONVERTED,
  REFERENCE;

  boolean isText() {
    return switch (this) {
      case CHARS, LONG_TEXT, SLUG, EMAIL, URL, IP -> true;
      default -> false;
    };
  }

  boolean isNumber() {
    return switch (this) {
      case SHORT, INT, LONG, DOUBLE, DECIMAL, IDENTITY -> true;
      default -> false;
    };
  }

  boolean isFile() {
    return this == FILE || this == IMAGE;
  }

  /** The type of the column in a Q-class. */
  String pathType(String boxed) {
    return switch (this) {
      case CHARS, LONG_TEXT, SLUG, EMAIL, URL, IP -> "TextColumn<R>";
      case FILE, IMAGE -> "TextColumn<R>";
      case IDENTITY, SHORT, INT, LONG, DOUBLE, DECIMAL -> "NumberColumn<R, " + boxed + ">";
      case BOOL -> "BoolColumn<R>";
      case DATE, TIME, DATE_TIME, INSTANT -> "TemporalColumn<R, " + boxed + ">";
      case DURATION -> "DurationColumn<R>";
      case UUID, ENUM, BYTES -> "ValueColumn<R, " + boxed + ">";
      case CONVERTED -> "ComparableColumn<R, " + boxed + ">";
      case ARRAY -> "ArrayColumn<R, " + boxed.substring(boxed.indexOf('<') + 1);
      case JSON -> "JsonColumn<R>";
      case REFERENCE -> throw new IllegalStateException("a relation is a method");
    };
  }

  /** A type without its arguments. */
  static String raw(String type) {
    int at = type.indexOf('<');
    return at < 0 ? type : type.substring(0, at);
  }

  /** The call that makes the column in a Q-class. */
  String pathCall(String name, String boxed) {
    String quoted = Literals.literal(name);
    return switch (this) {
      case CHARS, LONG_TEXT, SLUG, EMAIL, URL, IP, FILE, IMAGE -> "text(" + quoted + ")";
      case IDENTITY, SHORT, INT, LONG, DOUBLE, DECIMAL ->
          "number(" + quoted + ", " + boxed + ".class)";
      case BOOL -> "bool(" + quoted + ")";
      case DATE, TIME, DATE_TIME, INSTANT -> "temporal(" + quoted + ", " + boxed + ".class)";
      case DURATION -> "duration(" + quoted + ")";
      case UUID, ENUM, BYTES -> "value(" + quoted + ", " + boxed + ".class)";
      case CONVERTED -> "comparable(" + quoted + ", " + raw(boxed) + ".class)";
      case ARRAY -> "array(" + quoted + ")";
      case JSON -> "json(" + quoted + ")";
      case REFERENCE -> throw new IllegalStateException("a relation is a method");
    };
  }
}
