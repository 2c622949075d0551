package io.quintet.core.format;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Numbers with a decimal separator and grouped digits. Linear in the digits; very large exponents
 * stay exponents.
 */
public final class NumberFormat {
  private static final int MAX_DIGITS = 200;

  private NumberFormat() {}

  /** A number in a locale's format, grouped if asked for. */
  public static String format(Object number, LocaleFormats formats, boolean grouped) {
    return format(
        number,
        formats.decimalSeparator(),
        null,
        grouped ? formats.grouping() : new int[0],
        formats.thousandSeparator());
  }

  /** A number in a locale's format with so many decimals, cut off, not rounded. */
  public static String format(Object number, LocaleFormats formats, int decimals, boolean grouped) {
    return format(
        number,
        formats.decimalSeparator(),
        decimals,
        grouped ? formats.grouping() : new int[0],
        formats.thousandSeparator());
  }

  /**
   * A number in a given format.
   *
   * @param number a number, or one as text
   * @param decimalSeparator what stands before the decimals
   * @param decimals how many decimals: more are cut off, fewer filled up; null leaves them as they
   *     are
   * @param grouping the sizes of the groups from the right, the last one repeating (a 0 at the end
   *     repeats the one before); empty for no groups
   * @param thousandSeparator what stands between groups
   */
  public static String format(
      Object number,
      String decimalSeparator,
      @Nullable Integer decimals,
      int[] grouping,
      String thousandSeparator) {
    if (decimals == null && grouping.length == 0 && number instanceof Double value) {
      String digits = PlainNumbers.floating(value);
      if (digits.indexOf('e') < 0) {
        return decimalSeparator.equals(".") ? digits : digits.replace(".", decimalSeparator);
      }
    }
    BigDecimal decimal = asDecimal(number);
    if (decimal != null
        && decimals != null
        && decimal.abs().compareTo(BigDecimal.ONE.movePointLeft(Math.max(1, decimals))) < 0) {
      decimal = BigDecimal.ZERO;
    }
    if (decimal != null && Math.abs((long) decimal.scale()) + decimal.precision() > MAX_DIGITS) {
      String scientific = scientific(decimal);
      int e = scientific.indexOf('e');
      return format(
              scientific.substring(0, e), decimalSeparator, decimals, grouping, thousandSeparator)
          + scientific.substring(e);
    }
    return arrange(plain(number, decimal), decimalSeparator, decimals, grouping, thousandSeparator);
  }

  private static @Nullable BigDecimal asDecimal(Object number) {
    if (number instanceof BigDecimal decimal) {
      return decimal;
    }
    if (number instanceof Double || number instanceof Float) {
      String text = PlainNumbers.floating(Double.parseDouble(number.toString()));
      return text.indexOf('e') >= 0 ? new BigDecimal(text) : null;
    }
    return null;
  }

  private static String plain(Object number, @Nullable BigDecimal decimal) {
    if (decimal != null) {
      return decimal.toPlainString();
    }
    if (number instanceof Double || number instanceof Float) {
      return PlainNumbers.floating(Double.parseDouble(number.toString()));
    }
    return number.toString();
  }

  /** With one digit before the point, and an exponent without padding. */
  private static String scientific(BigDecimal value) {
    String digits = value.unscaledValue().abs().toString();
    long exponent = (long) digits.length() - 1 - value.scale();
    String mantissa = digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
    return (value.signum() < 0 ? "-" : "")
        + mantissa
        + "e"
        + (exponent < 0 ? "-" : "+")
        + Math.abs(exponent);
  }

  private static String arrange(
      String number,
      String decimalSeparator,
      @Nullable Integer decimals,
      int[] grouping,
      String thousandSeparator) {
    String sign = number.startsWith("-") ? "-" : "";
    String digits = number.substring(sign.length());
    int point = digits.indexOf('.');
    String whole = point < 0 ? digits : digits.substring(0, point);
    String fraction = point < 0 ? "" : digits.substring(point + 1);
    if (decimals != null) {
      fraction =
          fraction.length() > decimals
              ? fraction.substring(0, Math.max(0, decimals))
              : fraction + "0".repeat(Math.max(0, decimals - fraction.length()));
    }
    return sign
        + group(whole, grouping, thousandSeparator)
        + (fraction.isEmpty() ? "" : decimalSeparator + fraction);
  }

  private static String group(String digits, int[] grouping, String separator) {
    if (grouping.length == 0 || grouping[0] == 0) {
      return digits;
    }
    StringBuilder reversed = new StringBuilder(digits.length() * 2);
    String reversedSeparator = new StringBuilder(separator).reverse().toString();
    int interval = 0;
    int size = grouping[0];
    int count = 0;
    for (int i = digits.length() - 1; i >= 0; i--) {
      if (count > 0 && count == size) {
        interval++;
        size = interval < grouping.length && grouping[interval] != 0 ? grouping[interval] : size;
        reversed.append(reversedSeparator);
        count = 0;
      }
      reversed.append(digits.charAt(i));
      count++;
    }
    return reversed.reverse().toString();
  }
}
