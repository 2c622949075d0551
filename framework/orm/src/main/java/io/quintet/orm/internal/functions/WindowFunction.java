package io.quintet.orm.internal.functions;

import io.quintet.orm.expr.SqlPart;
import io.quintet.orm.meta.FieldType;
import java.util.List;

/** Functions that only make sense over a window. */
public enum WindowFunction implements Builtin {
  /** The number of the row. */
  ROW_NUMBER,
  /** The rank, with gaps after equal rows. */
  RANK,
  /** The rank without gaps. */
  DENSE_RANK,
  /** The rank from 0 to 1. */
  PERCENT_RANK,
  /** The part of the rows up to this one. */
  CUME_DIST,
  /** The number of the bucket. */
  NTILE,
  /** A value of a row before. */
  LAG,
  /** A value of a row after. */
  LEAD,
  /** A value of the first row of the frame. */
  FIRST_VALUE,
  /** A value of the last row of the frame. */
  LAST_VALUE,
  /** A value of the n-th row of the frame. */
  NTH_VALUE;

  @Override
  public Kind kind() {
    return Kind.WINDOW;
  }

  @Override
  public FieldType type(List<SqlPart> arguments) {
    return switch (this) {
      case ROW_NUMBER, RANK, DENSE_RANK, NTILE -> new FieldType.Int64();
      case PERCENT_RANK, CUME_DIST -> new FieldType.Float64();
      case LAG, LEAD, FIRST_VALUE, LAST_VALUE, NTH_VALUE -> Types.common(arguments.subList(0, 1));
    };
  }
}
