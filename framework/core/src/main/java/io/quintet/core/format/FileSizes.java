package io.quintet.core.format;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * Sizes of files for people: {@code 13 bytes}, {@code 4.1 KB}, with a space that does not break.
 */
public final class FileSizes {
  private static final String[] UNITS = {"KB", "MB", "GB", "TB", "PB"};

  private FileSizes() {}

  /** A number of bytes, in units of 1,024, with one decimal. */
  public static String format(BigInteger bytes, LocaleFormats formats, boolean grouped) {
    BigInteger size = bytes.abs();
    String sign = bytes.signum() < 0 ? "-" : "";
    if (size.bitLength() <= 10) {
      return sign + size + "\u00a0" + (size.equals(BigInteger.ONE) ? "byte" : "bytes");
    }
    int unit = Math.min(UNITS.length, (size.bitLength() - 1) / 10);
    double number = new BigDecimal(size).doubleValue() / Math.scalb(1.0, 10 * unit);
    // Rounded from all its digits, but shown by the shortest ones that mean it.
    double tenths = new BigDecimal(number).setScale(1, RoundingMode.HALF_EVEN).doubleValue();
    BigDecimal rounded = new BigDecimal(PlainNumbers.floating(tenths));
    return sign + NumberFormat.format(rounded, formats, 1, grouped) + "\u00a0" + UNITS[unit - 1];
  }
}
