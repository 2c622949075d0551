package io.quintet.templates.values;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Numbers of all Java types as whole numbers, floating point or decimals. */
public final class Numbers {
  private static final int MAX_DIGITS = 4300;

  private Numbers() {}

  static boolean isNonZero(Number number) {
    return switch (number) {
      case BigDecimal d -> d.signum() != 0;
      case BigInteger i -> i.signum() != 0;
      case Double d -> d != 0;
      case Float f -> f != 0;
      default -> number.longValue() != 0;
    };
  }

  /** Whether the value is a whole number by type (booleans are not). */
  public static boolean isInteger(@Nullable Object value) {
    return value instanceof Long
        || value instanceof Integer
        || value instanceof Short
        || value instanceof Byte
        || value instanceof BigInteger
        || value instanceof Number
            && value.getClass().getPackageName().equals("java.util.concurrent.atomic");
  }

  /** Whether the value is floating point. */
  public static boolean isFloat(@Nullable Object value) {
    return value instanceof Double || value instanceof Float;
  }

  /** A whole number as itself, without loss. */
  public static BigInteger big(Number number) {
    return number instanceof BigInteger i ? i : BigInteger.valueOf(number.longValue());
  }

  /** A whole number as a Long if it fits, else as a BigInteger. */
  public static Number narrow(BigInteger value) {
    return value.bitLength() < 64 ? (Number) value.longValue() : value;
  }

  /** The value as a Double if it is a number or boolean, else null. */
  public static @Nullable Double doubleOf(@Nullable Object value) {
    return switch (value) {
      case Boolean b -> b ? 1.0 : 0.0;
      case Float f -> Double.parseDouble(f.toString());
      case Number n -> n.doubleValue();
      case null, default -> null;
    };
  }

  /** The value as an exact decimal if it is a finite number or boolean, else null. */
  public static @Nullable BigDecimal decimalOf(@Nullable Object value) {
    return switch (value) {
      case Boolean b -> b ? BigDecimal.ONE : BigDecimal.ZERO;
      case BigDecimal d -> d;
      case BigInteger i -> new BigDecimal(i);
      case Double d -> Double.isFinite(d) ? new BigDecimal(d) : null;
      case Float f -> Float.isFinite(f) ? new BigDecimal(f) : null;
      case Number n -> BigDecimal.valueOf(n.longValue());
      case null, default -> null;
    };
  }

  /**
   * The value as a whole number: numbers lose their fraction, text is read. Null if it is neither,
   * or the number is not finite.
   */
  public static @Nullable Number integerOf(@Nullable Object value) {
    return switch (value) {
      case Boolean b -> b ? 1L : 0L;
      case BigInteger i -> narrow(i);
      case BigDecimal d ->
          Math.abs((long) d.precision() - d.scale()) > MAX_DIGITS
              ? null
              : narrow(d.setScale(0, RoundingMode.DOWN).toBigInteger());
      case Double d -> Double.isFinite(d) ? narrow(new BigDecimal(d).toBigInteger()) : null;
      case Float f -> Float.isFinite(f) ? narrow(new BigDecimal(f).toBigInteger()) : null;
      case Number n -> n.longValue();
      case CharSequence s -> parseInteger(s.toString());
      case null, default -> null;
    };
  }

  /** A whole number of any size, or the bound that it is beyond. */
  public static int clamp(Number number, int least, int most) {
    long value =
        number instanceof BigInteger i && i.bitLength() > 63
            ? i.signum() < 0 ? Long.MIN_VALUE : Long.MAX_VALUE
            : number.longValue();
    return (int) Math.clamp(value, (long) least, (long) most);
  }

  /**
   * Reads a whole number: white space around it, a sign, digits of any script with single
   * underscores between.
   */
  public static @Nullable Number parseInteger(String text) {
    String digits = digits(text.strip());
    if (digits == null) {
      return null;
    }
    return digits.length() < 18 ? (Number) Long.parseLong(digits) : narrow(new BigInteger(digits));
  }

  private static @Nullable String digits(String text) {
    if (text.length() > MAX_DIGITS) {
      return null;
    }
    StringBuilder out = new StringBuilder(text.length());
    boolean lastDigit = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int digit = Character.digit(c, 10);
      if (digit >= 0) {
        out.append((char) ('0' + digit));
        lastDigit = true;
      } else if ((c == '-' || c == '+') && i == 0) {
        if (c == '-') {
          out.append(c);
        }
      } else if (c == '_' && lastDigit) {
        lastDigit = false;
      } else {
        return null;
      }
    }
    return lastDigit ? out.toString() : null;
  }

  /** Reads a floating-point number as Python does; null if it is none. */
  public static @Nullable Double parseDouble(String text) {
    String lower = latinDigits(text.strip()).toLowerCase(Locale.ROOT);
    String unsigned = lower.startsWith("-") || lower.startsWith("+") ? lower.substring(1) : lower;
    switch (unsigned) {
      case "inf", "infinity" -> {
        return lower.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
      }
      case "nan" -> {
        return Double.NaN;
      }
      default -> {}
    }
    for (int i = 0; i < lower.length(); i++) {
      char c = lower.charAt(i);
      boolean between =
          i > 0
              && i + 1 < lower.length()
              && isDigit(lower.charAt(i - 1))
              && isDigit(lower.charAt(i + 1));
      if (!(isDigit(c) || c == '.' || c == 'e' || c == '-' || c == '+' || c == '_' && between)) {
        return null;
      }
    }
    try {
      return Double.valueOf(lower.replace("_", ""));
    } catch (NumberFormatException notANumber) {
      return null;
    }
  }

  private static String latinDigits(String text) {
    if (text.chars().allMatch(c -> c < 128)) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int digit = Character.digit(c, 10);
      out.append(digit >= 0 ? (char) ('0' + digit) : c);
    }
    return out.toString();
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
