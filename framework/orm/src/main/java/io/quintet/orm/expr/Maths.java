package io.quintet.orm.expr;

import io.quintet.orm.internal.functions.MathFunction;
import io.quintet.orm.meta.FieldType;
import java.util.List;

/**
 * Functions of numbers; to be imported statically. Angles are in radians. Roots, logarithms, powers
 * and angles are floating-point numbers.
 */
public final class Maths {
  private Maths() {}

  /** The next whole number that is not less. */
  public static <R, T extends Number> NumberExpression<R, T> ceil(Expression<R, T> value) {
    return new NumberExpression<>(new Node.Call(MathFunction.CEIL, List.of(value.node())));
  }

  /** The next whole number that is not greater. */
  public static <R, T extends Number> NumberExpression<R, T> floor(Expression<R, T> value) {
    return new NumberExpression<>(new Node.Call(MathFunction.FLOOR, List.of(value.node())));
  }

  /** Rounded to a whole number. */
  public static <R, T extends Number> NumberExpression<R, T> round(Expression<R, T> value) {
    return new NumberExpression<>(new Node.Call(MathFunction.ROUND, List.of(value.node())));
  }

  /** -1, 0 or 1. */
  public static <R, T extends Number> NumberExpression<R, T> sign(Expression<R, T> value) {
    return new NumberExpression<>(new Node.Call(MathFunction.SIGN, List.of(value.node())));
  }

  /** Rounded to so many decimal places. */
  public static <R, T extends Number> NumberExpression<R, T> round(
      Expression<R, T> value, int places) {
    return new NumberExpression<>(
        new Node.Call(MathFunction.ROUND, List.of(value.node(), new Node.Value(places))));
  }

  /** The angle of a cosine. */
  public static <R> NumberExpression<R, Double> acos(Expression<R, ? extends Number> value) {
    return real(MathFunction.ACOS, value);
  }

  /** The angle of a sine. */
  public static <R> NumberExpression<R, Double> asin(Expression<R, ? extends Number> value) {
    return real(MathFunction.ASIN, value);
  }

  /** The angle of a tangent. */
  public static <R> NumberExpression<R, Double> atan(Expression<R, ? extends Number> value) {
    return real(MathFunction.ATAN, value);
  }

  /** The cosine of an angle. */
  public static <R> NumberExpression<R, Double> cos(Expression<R, ? extends Number> value) {
    return real(MathFunction.COS, value);
  }

  /** The cotangent of an angle. */
  public static <R> NumberExpression<R, Double> cot(Expression<R, ? extends Number> value) {
    return real(MathFunction.COT, value);
  }

  /** An angle in degrees. */
  public static <R> NumberExpression<R, Double> degrees(Expression<R, ? extends Number> value) {
    return real(MathFunction.DEGREES, value);
  }

  /** A power of e. */
  public static <R> NumberExpression<R, Double> exp(Expression<R, ? extends Number> value) {
    return real(MathFunction.EXP, value);
  }

  /** The natural logarithm. */
  public static <R> NumberExpression<R, Double> ln(Expression<R, ? extends Number> value) {
    return real(MathFunction.LN, value);
  }

  /** An angle of degrees in radians. */
  public static <R> NumberExpression<R, Double> radians(Expression<R, ? extends Number> value) {
    return real(MathFunction.RADIANS, value);
  }

  /** The sine of an angle. */
  public static <R> NumberExpression<R, Double> sin(Expression<R, ? extends Number> value) {
    return real(MathFunction.SIN, value);
  }

  /** The square root. */
  public static <R> NumberExpression<R, Double> sqrt(Expression<R, ? extends Number> value) {
    return real(MathFunction.SQRT, value);
  }

  /** The tangent of an angle. */
  public static <R> NumberExpression<R, Double> tan(Expression<R, ? extends Number> value) {
    return real(MathFunction.TAN, value);
  }

  /** The angle of a point. */
  public static <R> NumberExpression<R, Double> atan2(
      Expression<R, ? extends Number> y, Expression<R, ? extends Number> x) {
    return real(MathFunction.ATAN2, y, x);
  }

  /** The logarithm of a number to a base. */
  public static <R> NumberExpression<R, Double> log(
      Expression<R, ? extends Number> base, Expression<R, ? extends Number> number) {
    return real(MathFunction.LOG, base, number);
  }

  /** The remainder of a division. */
  public static <R> NumberExpression<R, Double> mod(
      Expression<R, ? extends Number> dividend, Expression<R, ? extends Number> divisor) {
    return real(MathFunction.MOD, dividend, divisor);
  }

  /** A power. */
  public static <R> NumberExpression<R, Double> power(
      Expression<R, ? extends Number> base, Expression<R, ? extends Number> exponent) {
    return real(MathFunction.POWER, base, exponent);
  }

  /** Half the circumference of the unit circle. */
  public static <R> NumberExpression<R, Double> pi() {
    return new NumberExpression<>(new Node.Call(MathFunction.PI, List.of()));
  }

  /** A random number of at least 0 and less than 1, another for each row. */
  public static <R> NumberExpression<R, Double> random() {
    return new NumberExpression<>(new Node.Call(MathFunction.RANDOM, List.of()));
  }

  @SafeVarargs
  private static <R> NumberExpression<R, Double> real(
      MathFunction function, Expression<R, ? extends Number>... arguments) {
    return new NumberExpression<>(
        new Node.Typed(
            new Node.Call(function, Functions.nodes(arguments)), new FieldType.Float64()));
  }
}
