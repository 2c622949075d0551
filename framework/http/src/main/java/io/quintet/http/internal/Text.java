package io.quintet.http.internal;

/** Small text helpers for messages and logs. */
public final class Text {
  private static final int SHOWN = 200;

  private Text() {}

  /**
   * The text in double quotes with control characters, quotes and back-slashes escaped and cut at
   * 200 characters: one value of one line, whatever it holds, in a log or message.
   */
  public static String quote(String text) {
    StringBuilder out = new StringBuilder("\"");
    for (int i = 0; i < Math.min(text.length(), SHOWN); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < 0x20
          || c == 0x7f
          || (c >= 0x80 && c < 0xa0)
          || c == '\u2028'
          || c == '\u2029') {
        out.append("\\u%04x".formatted((int) c));
      } else {
        out.append(c);
      }
    }
    return out.append(text.length() > SHOWN ? "…\"" : "\"").toString();
  }
}
