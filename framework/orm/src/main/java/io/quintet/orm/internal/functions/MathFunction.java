package io.quintet.orm.internal.functions;

import io.quintet.orm.expr.SqlPart;
import io.quintet.orm.meta.FieldType;
import java.util.List;

/** Functions of numbers. */
public enum MathFunction implements Builtin {
  /** The amount without sign. */
  ABS(Result.AS_ARGUMENT),
  /** The next whole number that is not less. */
  CEIL(Result.AS_ARGUMENT),
  /** The next whole number that is not greater. */
  FLOOR(Result.AS_ARGUMENT),
  /** Rounded to a number of decimal places. */
  ROUND(Result.AS_ARGUMENT),
  /** -1, 0 or 1. */
  SIGN(Result.AS_ARGUMENT),
  /** The angle of a cosine. */
  ACOS(Result.REAL),
  /** The angle of a sine. */
  ASIN(Result.REAL),
  /** The angle of a tangent. */
  ATAN(Result.REAL),
  /** The angle of a point. */
  ATAN2(Result.REAL),
  /** The cosine. */
  COS(Result.REAL),
  /** The cotangent. */
  COT(Result.REAL),
  /** Radians in degrees. */
  DEGREES(Result.REAL),
  /** A power of e. */
  EXP(Result.REAL),
  /** The natural logarithm. */
  LN(Result.REAL),
  /** The logarithm to a base. */
  LOG(Result.REAL),
  /** The remainder of a division. */
  MOD(Result.REAL),
  /** A power. */
  POWER(Result.REAL),
  /** Degrees in radians. */
  RADIANS(Result.REAL),
  /** The sine. */
  SIN(Result.REAL),
  /** The square root. */
  SQRT(Result.REAL),
  /** The tangent. */
  TAN(Result.REAL),
  /** Half the circumference of the unit circle. */
  PI(Result.FLOAT),
  /** A random number of at least 0 and less than 1. */
  RANDOM(Result.FLOAT);

  private enum Result {
    AS_ARGUMENT,
    REAL,
    FLOAT
  }

  private final Result result;

  MathFunction(Result result) {
    this.result = result;
  }

  @Override
  public FieldType type(List<SqlPart> arguments) {
    return switch (result) {
      case AS_ARGUMENT -> Types.number(arguments.getFirst());
      case REAL -> Types.real(arguments);
      case FLOAT -> new FieldType.Float64();
    };
  }
}
