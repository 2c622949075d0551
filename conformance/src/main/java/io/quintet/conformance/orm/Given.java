package io.quintet.conformance.orm;

import io.quintet.orm.meta.FieldMeta;
import io.quintet.orm.meta.FieldType;
import org.jspecify.annotations.Nullable;

/** Values as the Java fields of models take them. */
final class Given {
  private Given() {}

  /** A whole number in the size of the field, the constant of a choice. */
  static @Nullable Object of(FieldMeta field, @Nullable Object value) {
    return switch (field.type()) {
      case FieldType.Int16 t when value instanceof Long number -> number.shortValue();
      case FieldType.Int32 t when value instanceof Long number -> number.intValue();
      case FieldType.Choices t when value instanceof String text -> t.constant(text);
      default -> value;
    };
  }
}
