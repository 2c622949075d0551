package io.quintet.core.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/**
 * Shortens text to so many characters or words and says so with an ellipsis. Characters are those
 * that a reader counts: marks on a letter count with the letter. Linear in the text.
 */
public final class Truncator {
  /** What is put after shortened text unless something else is asked for. */
  public static final String ELLIPSIS = "…";

  private static final String PLACE = "%(truncated_text)s";

  private Truncator() {}

  /** At most so many characters, the ellipsis included. */
  public static String chars(String text, int count) {
    return chars(text, count, ELLIPSIS);
  }

  /**
   * At most so many characters, the ending included.
   *
   * @param ending what follows shortened text; it may say where the text goes by {@code
   *     %(truncated_text)s}
   */
  public static String chars(String text, int count, String ending) {
    if (count <= 0) {
      return "";
    }
    String normal = Normalizer.normalize(text, Normalizer.Form.NFC);
    int room = room(count, ending);
    int seen = 0;
    int cut = -1;
    for (int i = 0; i < normal.length(); ) {
      int c = normal.codePointAt(i);
      if (!Characters.isCombining(c)) {
        seen++;
        if (cut < 0 && seen > room) {
          cut = i;
        }
        if (seen > count) {
          return ended(normal.substring(0, Math.max(0, cut)), ending);
        }
      }
      i += Character.charCount(c);
    }
    return normal;
  }

  /** At most so many words, with an ellipsis right after the last one. */
  public static String words(String text, int count) {
    return words(text, count, ELLIPSIS);
  }

  /** At most so many words; white space between them becomes one space. */
  public static String words(String text, int count, String ending) {
    if (count <= 0) {
      return "";
    }
    List<String> words = split(text, count);
    return words.size() > count
        ? ended(String.join(" ", words.subList(0, count)), ending)
        : String.join(" ", words);
  }

  /** {@link #chars(String, int, String)} for HTML: tags do not count, and are closed. */
  public static String charsOfHtml(String html, int count, String ending) {
    return count <= 0
        ? ""
        : new HtmlTruncation(Normalizer.normalize(html, Normalizer.Form.NFC), count, ending, false)
            .run();
  }

  /** {@link #words(String, int, String)} for HTML: tags do not count, and are closed. */
  public static String wordsOfHtml(String html, int count, String ending) {
    return count <= 0 ? "" : new HtmlTruncation(html, count, ending, true).run();
  }

  static List<String> split(String text) {
    return split(text, Integer.MAX_VALUE);
  }

  /** The words of a text; of a longer text only the first ones and one more. */
  private static List<String> split(String text, int count) {
    List<String> words = new ArrayList<>();
    int start = -1;
    for (int i = 0; i < text.length() && words.size() <= count; i++) {
      boolean space = SmartSplit.isSpace(text.charAt(i));
      if (space && start >= 0) {
        words.add(text.substring(start, i));
        start = -1;
      } else if (!space && start < 0) {
        start = i;
      }
    }
    if (start >= 0 && words.size() <= count) {
      words.add(text.substring(start));
    }
    return words;
  }

  static String ended(String text, String ending) {
    if (ending.contains(PLACE)) {
      return ending.replace(PLACE, text);
    }
    return text.endsWith(ending) ? text : text + ending;
  }

  /** How many characters of the text fit beside the ending. */
  static int room(int count, String ending) {
    String shown = ending.replace(PLACE, "");
    long taken = shown.codePoints().filter(c -> !Characters.isCombining(c)).count();
    return taken >= count ? 0 : (int) (count - taken);
  }
}
