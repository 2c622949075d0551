package io.quintet.mail;

/** Text that becomes part of a header: one line, or it could begin a header of its own. */
final class HeaderText {
  private HeaderText() {}

  static String require(String what, String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isISOControl(text.charAt(i)) && text.charAt(i) != '\t') {
        throw new MailException(
            "%s holds a line break or another control character at position %d: \"%s\". Whoever wrote it could add headers of their own; remove it, or refuse the input"
                .formatted(what, i, printable(text)));
      }
    }
    return text;
  }

  /** The text with its control characters shown, cut where it is long. */
  static String printable(String text) {
    StringBuilder shown = new StringBuilder();
    for (int i = 0; i < Math.min(text.length(), 200); i++) {
      char c = text.charAt(i);
      if (Character.isISOControl(c)) {
        shown.append("\\u%04x".formatted((int) c));
      } else {
        shown.append(c);
      }
    }
    return text.length() > 200 ? shown + "..." : shown.toString();
  }
}
