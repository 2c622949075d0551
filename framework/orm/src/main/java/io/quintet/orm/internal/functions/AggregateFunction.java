package io.quintet.orm.internal.functions;

import io.quintet.orm.expr.SqlPart;
import io.quintet.orm.meta.FieldType;
import java.util.List;

/** Aggregates. */
public enum AggregateFunction implements Builtin {
  /** The number of rows. */
  COUNT,
  /** The sum. */
  SUM,
  /** The average. */
  AVG,
  /** The least. */
  MIN,
  /** The greatest. */
  MAX,
  /** The standard deviation of all rows. */
  STDDEV_POP,
  /** The standard deviation of a sample. */
  STDDEV_SAMP,
  /** The variance of all rows. */
  VAR_POP,
  /** The variance of a sample. */
  VAR_SAMP,
  /** Texts with a separator between them. */
  STRING_AGG,
  /** All values as a JSON list. */
  ARRAY_AGG;

  @Override
  public Kind kind() {
    return Kind.AGGREGATE;
  }

  @Override
  public FieldType type(List<SqlPart> arguments) {
    return switch (this) {
      case COUNT -> new FieldType.Int64();
      case SUM -> Types.summed(arguments.getFirst());
      case MIN, MAX -> Types.common(arguments);
      case AVG, STDDEV_POP, STDDEV_SAMP, VAR_POP, VAR_SAMP -> Types.averaged(arguments.getFirst());
      case STRING_AGG -> new FieldType.LongText();
      case ARRAY_AGG -> new FieldType.JsonValue();
    };
  }
}
