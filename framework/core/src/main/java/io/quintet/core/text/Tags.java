package io.quintet.core.text;

/** Tags of HTML inside a text. */
public final class Tags {
  private Tags() {}

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
