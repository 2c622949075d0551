package io.quintet.orm.internal.functions;

import io.quintet.orm.expr.SqlPart;
import io.quintet.orm.meta.FieldType;
import java.util.List;

/** Functions of values of any type. */
public enum GeneralFunction implements Builtin {
  /** The first value that is not null. */
  COALESCE,
  /** The greatest of several values. */
  GREATEST,
  /** The least of several values. */
  LEAST,
  /** A value, or null when it equals another. */
  NULLIF,
  /** The moment at which the statement runs. */
  NOW,
  /** A JSON object of keys and values in turn. */
  JSON_OBJECT;

  @Override
  public FieldType type(List<SqlPart> arguments) {
    return switch (this) {
      case COALESCE, GREATEST, LEAST -> Types.common(arguments);
      case NULLIF -> Types.common(arguments.subList(0, 1));
      case NOW -> new FieldType.Timestamp();
      case JSON_OBJECT -> new FieldType.JsonValue();
    };
  }
}
