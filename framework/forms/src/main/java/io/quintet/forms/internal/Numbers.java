package io.quintet.forms.internal;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers as people type them. */
public final class Numbers {
  private static final double TOLERANCE = 1e-9;

  /** The digits of computed numbers in messages. */
  private static final MathContext SHOWN = new MathContext(28, RoundingMode.HALF_EVEN);

  /** Longer numbers cost more to read than they are worth; Python draws the line here too. */
  private static final int MAX_DIGITS = 4300;

  private static final Pattern WHOLE = Pattern.compile("[-+]?\\d+(_\\d+)*+");
  private static final Pattern POINT_ZERO = Pattern.compile("\\.0*\\s*$");
  private static final Pattern NUMBER =
      Pattern.compile(
          "[-+]?(\\d+(_\\d+)*+\\.?(\\d+(_\\d+)*+)?|\\.\\d+(_\\d+)*+)([eE][-+]?\\d+(_\\d+)*+)?");

  private Numbers() {}

  /** A whole number, or null if the text is none; {@code 3.0} is one. */
  public static @Nullable BigInteger whole(String text) {
    if (text.length() > MAX_DIGITS) {
      return null;
    }
    String number = ascii(Texts.strip(POINT_ZERO.matcher(text).replaceFirst("")));
    return WHOLE.matcher(number).matches() ? new BigInteger(plain(number)) : null;
  }

  /** A decimal number, or null if the text is none: infinity, not-a-number, absurd exponents. */
  public static @Nullable BigDecimal decimal(String text) {
    String number = text.length() > MAX_DIGITS ? "" : ascii(Texts.strip(text));
    if (!NUMBER.matcher(number).matches()) {
      return null;
    }
    try {
      BigDecimal decimal = new BigDecimal(plain(number));
      return Math.abs((long) decimal.scale()) > MAX_DIGITS ? null : decimal;
    } catch (NumberFormatException | ArithmeticException e) {
      return null;
    }
  }

  private static String plain(String number) {
    String digits = number.replace("_", "");
    return digits.startsWith("+") ? digits.substring(1) : digits;
  }

  /** Digits of other scripts as ASCII digits. */
  private static String ascii(String text) {
    if (text.chars().allMatch(c -> c < 128)) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints()
        .forEach(c -> {
          int digit = Character.isDigit(c) ? Character.digit(c, 10) : -1;
          if (digit >= 0) {
            out.append(digit);
          } else {
            out.appendCodePoint(c);
          }
        });
    return out.toString();
  }

  /** Whether a value is a whole number of steps away from an offset; floating point is forgiven. */
  public static boolean isMultiple(Number value, Number step, @Nullable Number offset) {
    if (value instanceof Double || step instanceof Double) {
      double start = offset == null ? 0 : offset.doubleValue();
      double rest = Math.IEEEremainder(value.doubleValue() - start, step.doubleValue());
      return Math.abs(rest) <= TOLERANCE;
    }
    BigDecimal start = offset == null ? BigDecimal.ZERO : exact(offset);
    BigDecimal divisor = exact(step);
    if (divisor.signum() == 0) {
      return false;
    }
    BigDecimal rest = exact(value).subtract(start).remainder(divisor).abs();
    return rest.min(divisor.abs().subtract(rest)).doubleValue() <= TOLERANCE;
  }

  /** {@code offset + times * step}. */
  public static Object plus(Number offset, Number step, int times) {
    if (offset instanceof Double || step instanceof Double) {
      return offset.doubleValue() + times * step.doubleValue();
    }
    return exact(offset).add(exact(step).multiply(BigDecimal.valueOf(times)), SHOWN);
  }

  private static BigDecimal exact(Number number) {
    return number instanceof BigDecimal decimal ? decimal : new BigDecimal(number.toString());
  }
}
