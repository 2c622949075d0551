package io.quintet.core.text;

import java.util.Locale;

/**
 * Upper and lower case of texts from outside, in no particular language.
 *
 * <p>The methods of {@code String} copy what they have so far for each letter that becomes several
 * ({@code İ}, {@code ß}), and look through the whole text for each {@code Σ}, which has two small
 * forms: a megabyte of those takes minutes. These take time in proportion to the length.
 */
public final class LetterCase {
  /** So short that the copies do not count. */
  private static final int PIECE = 1_024;

  private LetterCase() {}

  /** The text in lower case. */
  public static String lower(String text) {
    // The one letter that becomes two in lower case, where no language is asked for.
    String single = text.length() <= PIECE ? text : text.replace("\u0130", "i\u0307");
    return FinalSigma.lowered(single).toLowerCase(Locale.ROOT);
  }

  /** The text in upper case. */
  public static String upper(String text) {
    if (text.length() <= PIECE) {
      return text.toUpperCase(Locale.ROOT);
    }
    StringBuilder out = new StringBuilder(text.length());
    int from = 0;
    while (from < text.length()) {
      int end = Math.min(from + PIECE, text.length());
      if (end < text.length() && Character.isLowSurrogate(text.charAt(end))) {
        end--;
      }
      out.append(text.substring(from, end).toUpperCase(Locale.ROOT));
      from = end;
    }
    return out.toString();
  }
}
