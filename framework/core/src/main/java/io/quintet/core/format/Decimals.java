package io.quintet.core.format;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Numbers rounded to so many decimals. */
public final class Decimals {
  private static final int MAX_DIGITS = 200;

  private Decimals() {}

  /**
   * The number with this many decimals, half up; a negative count leaves decimals out that are all
   * zero. Null if the number has more than 200 digits: write it as it stands.
   */
  public static @Nullable String round(
      BigDecimal number, int decimals, LocaleFormats formats, boolean grouped) {
    if ((long) number.precision() + Math.abs((long) number.scale()) > MAX_DIGITS) {
      return null;
    }
    boolean whole = number.signum() == 0 || number.stripTrailingZeros().scale() <= 0;
    if (whole && decimals <= 0) {
      return NumberFormat.format(number.toBigInteger().toString(), formats, 0, grouped);
    }
    BigDecimal rounded = number.setScale(Math.abs(decimals), RoundingMode.HALF_UP);
    return NumberFormat.format(rounded.toPlainString(), formats, Math.abs(decimals), grouped);
  }
}
