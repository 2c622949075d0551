package io.quintet.forms.models;

import io.quintet.orm.meta.FieldMeta;
import io.quintet.orm.meta.FieldType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Primary keys as they stand in a form. */
final class RowKeys {
  private RowKeys() {}

  /** The key that a text means, or null if it means none. */
  static @Nullable Object parse(FieldMeta key, String text) {
    try {
      return switch (key.columnType()) {
        case FieldType.Uuid uuid -> UUID.fromString(text);
        case FieldType.Identity number -> Long.valueOf(text);
        case FieldType.Int64 number -> Long.valueOf(text);
        case FieldType.Int32 number -> Integer.valueOf(text);
        case FieldType.Int16 number -> Short.valueOf(text);
        default -> text;
      };
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
