package io.quintet.core.format;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Floating-point numbers as the shortest digits that give them back. */
public final class PlainNumbers {
  private PlainNumbers() {}

  /**
   * The digits, plain between 1e-4 and 1e16, with an exponent beyond; {@code nan}, {@code inf},
   * {@code -inf}.
   */
  public static String floating(double value) {
    if (Double.isNaN(value)) {
      return "nan";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "inf" : "-inf";
    }
    if (value == 0) {
      return 1 / value < 0 ? "-0.0" : "0.0";
    }
    String digits = Double.toString(value);
    if (digits.indexOf('E') < 0) {
      return digits;
    }
    BigDecimal shortest = shortest(value, new BigDecimal(digits).stripTrailingZeros());
    int exponent = shortest.precision() - shortest.scale() - 1;
    if (exponent >= -4 && exponent < 16) {
      String plain = shortest.toPlainString();
      return plain.indexOf('.') < 0 ? plain + ".0" : plain;
    }
    String all = shortest.unscaledValue().abs().toString();
    String mantissa = all.length() > 1 ? all.charAt(0) + "." + all.substring(1) : all;
    return (value < 0 ? "-" : "")
        + mantissa
        + "e"
        + (exponent < 0 ? "-" : "+")
        + (Math.abs(exponent) < 10 ? "0" : "")
        + Math.abs(exponent);
  }

  /** The JDK writes two digits at least, where the smallest numbers need but one. */
  private static BigDecimal shortest(double value, BigDecimal digits) {
    if (digits.precision() != 2) {
      return digits;
    }
    BigDecimal one = digits.round(new MathContext(1, RoundingMode.HALF_EVEN));
    return one.doubleValue() == value ? one : digits;
  }
}
