package io.quintet.core.text;

import java.util.List;
import java.util.Locale;

/** Small changes of words and lists of words. */
public final class Words {
  private static final char SIGMA = '\u03a3';

  /** The small sigma at the end of a word. */
  private static final char FINAL_SIGMA = '\u03c2';

  private static final String KEYS = "22233344455566677778889999";

  private Words() {}

  /** A list for a sentence: {@code a, b or c} with {@code or} as its last word. */
  public static String join(List<String> items, String lastWord) {
    if (items.size() < 2) {
      return items.isEmpty() ? "" : items.getFirst();
    }
    return String.join(", ", items.subList(0, items.size() - 1))
        + " "
        + lastWord
        + " "
        + items.getLast();
  }

  /** The text with its first letter in upper case. */
  public static String capFirst(String text) {
    if (text.isEmpty()) {
      return text;
    }
    int end = text.offsetByCodePoints(0, 1);
    return text.substring(0, end).toUpperCase(Locale.ROOT) + text.substring(end);
  }

  /** The words of the text. */
  public static List<String> split(String text) {
    return Truncator.split(text);
  }

  /** Lower-case words of a camel-case name: {@code blogPost} is {@code blog post}. */
  public static String camelCaseToSpaces(String name) {
    StringBuilder out = new StringBuilder(name.length() + 8);
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean afterLower = i > 0 && name.charAt(i - 1) >= 'a' && name.charAt(i - 1) <= 'z';
      boolean last = i + 1 == name.length() || i + 2 == name.length() && name.charAt(i + 1) == '\n';
      boolean beforeUpper = last || isUpper(name.charAt(i + 1));
      if (isUpper(c) && (afterLower || !beforeUpper)) {
        out.append(' ');
      }
      out.append(c);
    }
    return LetterCase.lower(Characters.strip(out.toString()));
  }

  private static boolean isUpper(char c) {
    return c >= 'A' && c <= 'Z';
  }

  /** Letters as the digits of a telephone's keys. */
  public static String phoneToNumeric(String phone) {
    StringBuilder out = new StringBuilder(phone.length());
    for (char c : LetterCase.lower(phone).toCharArray()) {
      out.append(c >= 'a' && c <= 'z' ? KEYS.charAt(c - 'a') : c);
    }
    return out.toString();
  }

  /**
   * Each word with a capital, the rest of it small; after an apostrophe or digit letters stay
   * small.
   */
  public static String title(String text) {
    StringBuilder out = new StringBuilder(text.length());
    boolean afterLetter = false;
    int before = 0;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      boolean cased = isCased(c);
      if (c == SIGMA && afterLetter && !startsWithLetter(text, i)) {
        out.append(FINAL_SIGMA);
      } else if (cased && afterLetter) {
        out.append(Character.toString(c).toLowerCase(Locale.ROOT));
      } else if (cased && staysSmall(out, before, c)) {
        out.append(Character.toString(c).toLowerCase(Locale.ROOT));
      } else if (cased) {
        out.append(titled(c));
      } else {
        out.appendCodePoint(c);
      }
      afterLetter = cased;
      before = c;
    }
    return out.toString();
  }

  private static boolean startsWithLetter(String text, int from) {
    return from < text.length() && isCased(text.codePointAt(from));
  }

  private static boolean isCased(int c) {
    return Character.isUpperCase(c) || Character.isLowerCase(c) || Character.isTitleCase(c);
  }

  private static boolean staysSmall(StringBuilder out, int before, int c) {
    boolean ascii = c < 128;
    if (before == '\'' && ascii && out.length() > 1) {
      char letter = out.charAt(out.length() - 2);
      return letter >= 'a' && letter <= 'z';
    }
    return ascii && Character.isDigit(before);
  }

  private static String titled(int c) {
    int title = Character.toTitleCase(c);
    if (title != c || !Character.isLowerCase(c)) {
      return Character.toString(title);
    }
    String upper = Character.toString(c).toUpperCase(Locale.ROOT);
    int first = 0;
    while (first + 1 < upper.length() && !isCased(upper.charAt(first))) {
      first++;
    }
    return upper.substring(0, first + 1) + upper.substring(first + 1).toLowerCase(Locale.ROOT);
  }
}
