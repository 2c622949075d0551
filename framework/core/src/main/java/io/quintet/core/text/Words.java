package io.quintet.core.text;

import java.util.List;
import java.util.Locale;

/** Small changes of words and lists of words. */
public final class Words {
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
}
