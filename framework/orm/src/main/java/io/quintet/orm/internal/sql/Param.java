package io.quintet.orm.internal.sql;

import io.quintet.orm.meta.FieldType;
import org.jspecify.annotations.Nullable;

/** A value to bind, and the type of its column when known. */
public record Param(@Nullable Object value, @Nullable FieldType type) {
  /** A value as it stands in the column. */
  public Param {
    type = type == null ? null : type.held();
  }
}
