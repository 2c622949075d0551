package io.quintet.core.text;

import java.util.BitSet;

/**
 * The Greek {@code Σ} in lower case: {@code ς} at the end of a word, else {@code σ}. The rule is
 * Final_Sigma of the Unicode Standard, chapter 3.13: a letter with case stands before it and none
 * behind it, where marks, apostrophes and the like do not count.
 */
final class FinalSigma {
  private static final char CAPITAL = 'Σ';

  /** What may stand inside a word without being a letter; see Word_Break in Unicode's annex 29. */
  private static final String INSIDE_WORDS =
      "'.:^`\u00a8\u00ad\u00af\u00b4\u00b7\u00b8\u0387\u055f\u05f4\u2018\u2019\u2024\u2027\ufe13\ufe52\ufe55\uff07\uff0e\uff1a";

  private FinalSigma() {}

  /** The text with each capital sigma in lower case, and all else as it was. */
  static String lowered(String text) {
    if (text.indexOf(CAPITAL) < 0) {
      return text;
    }
    BitSet followed = followed(text);
    StringBuilder out = new StringBuilder(text.length());
    boolean after = false;
    for (int i = 0, point; i < text.length(); i += Character.charCount(point)) {
      point = text.codePointAt(i);
      if (point == CAPITAL) {
        out.append(after && !followed.get(i) ? 'ς' : 'σ');
      } else {
        out.appendCodePoint(point);
      }
      after = isIgnored(point) ? after : isCased(point);
    }
    return out.toString();
  }

  /** The places of sigmas behind which the word goes on with a letter that has case. */
  private static BitSet followed(String text) {
    BitSet places = new BitSet(text.length());
    boolean before = false;
    for (int end = text.length(), point; end > 0; end -= Character.charCount(point)) {
      point = text.codePointBefore(end);
      if (point == CAPITAL && before) {
        places.set(end - 1);
      }
      before = isIgnored(point) ? before : isCased(point);
    }
    return places;
  }

  private static boolean isCased(int point) {
    return Character.isUpperCase(point)
        || Character.isLowerCase(point)
        || Character.isTitleCase(point);
  }

  private static boolean isIgnored(int point) {
    return switch (Character.getType(point)) {
      case Character.NON_SPACING_MARK,
          Character.ENCLOSING_MARK,
          Character.FORMAT,
          Character.MODIFIER_LETTER,
          Character.MODIFIER_SYMBOL ->
          true;
      default -> INSIDE_WORDS.indexOf(point) >= 0;
    };
  }
}
