package io.quintet.core.signing;

/** Whole numbers in base 62, as Django writes time stamps into signatures. */
public final class Base62 {
  private static final String DIGITS =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

  private Base62() {}

  /** The digits of a number, with a minus sign if it is negative. */
  public static String encode(long number) {
    if (number == 0) {
      return "0";
    }
    var text = new StringBuilder();
    for (long rest = Math.abs(number); rest > 0; rest /= 62) {
      text.append(DIGITS.charAt((int) (rest % 62)));
    }
    if (number < 0) {
      text.append('-');
    }
    return text.reverse().toString();
  }

  /**
   * The number of some digits.
   *
   * @throws NumberFormatException if there are other characters
   * @throws ArithmeticException if it is beyond a long
   */
  public static long decode(String text) {
    boolean negative = text.startsWith("-");
    long number = 0;
    for (int i = negative ? 1 : 0; i < text.length(); i++) {
      int digit = DIGITS.indexOf(text.charAt(i));
      if (digit < 0) {
        throw new NumberFormatException("Not base 62: " + text);
      }
      number = Math.addExact(Math.multiplyExact(number, 62L), digit);
    }
    return negative ? -number : number;
  }
}
