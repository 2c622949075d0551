package io.quintet.core.text;

/** Tags of HTML inside a text. */
public final class Tags {
  private static final int MAX_DEPTH = 50;
  private static final int LONG_TAG = 1000;

  private Tags() {}

  /**
   * The text without what looks like a tag, as often as removing one makes another. This makes text
   * readable, not safe: escape the result before it goes into a page.
   *
   * @throws IllegalArgumentException if tags are nested so that more than 50 passes are needed
   */
  public static String strip(String html) {
    refuseLongTags(html);
    String text = html;
    for (int depth = 0; text.indexOf('<') >= 0 && text.indexOf('>') >= 0; depth++) {
      if (depth >= MAX_DEPTH) {
        throw tooDeep();
      }
      String stripped = once(text);
      if (count(stripped) == count(text)) {
        break;
      }
      text = stripped;
    }
    return text;
  }

  private static IllegalArgumentException tooDeep() {
    return new IllegalArgumentException(
        "The text has more than "
            + MAX_DEPTH
            + " tags inside each other; tags cannot be stripped from it.");
  }

  private static void refuseLongTags(String html) {
    int opened = 0;
    int start = -1;
    for (int i = 0; i < html.length(); i++) {
      char c = html.charAt(i);
      if (c == '>') {
        start = -1;
        opened = 0;
      } else if (c == '<') {
        if (start < 0 && i + 1 < html.length() && Character.isLetter(html.charAt(i + 1))) {
          start = i;
        }
        opened += start < 0 ? 0 : 1;
      }
      if (start >= 0 && i - start > LONG_TAG && opened >= MAX_DEPTH) {
        throw tooDeep();
      }
    }
  }

  private static long count(String text) {
    return text.chars().filter(c -> c == '<').count();
  }

  private static String once(String html) {
    StringBuilder out = new StringBuilder(html.length());
    HtmlScanner.Handler collector =
        new HtmlScanner.Handler() {
          @Override
          public boolean startTag(String name, String text, boolean selfClosing) {
            return true;
          }

          @Override
          public boolean endTag(String name) {
            return true;
          }

          @Override
          public boolean data(String data) {
            out.append(data);
            return true;
          }
        };
    new HtmlScanner(html, false, collector).scan(true);
    return out.toString();
  }

  /** The HTML without the white space between two tags. */
  public static String withoutSpacesBetween(String html) {
    StringBuilder out = new StringBuilder(html.length());
    int i = 0;
    while (i < html.length()) {
      char c = html.charAt(i);
      out.append(c);
      i++;
      if (c == '>') {
        int end = i;
        while (end < html.length() && SmartSplit.isSpace(html.charAt(end))) {
          end++;
        }
        boolean between = end < html.length() && html.charAt(end) == '<';
        if (!between) {
          out.append(html, i, end);
        }
        i = end;
      }
    }
    return out.toString();
  }
}
