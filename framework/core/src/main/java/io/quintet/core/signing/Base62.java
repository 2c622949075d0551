package io.quintet.core.signing;

/** Whole numbers in base 62, as Django writes time stamps into signatures. */
final class Base62 {
  private static final String DIGITS =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

  private Base62() {}

  static String encode(long number) {
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

  static long decode(String text) {
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
