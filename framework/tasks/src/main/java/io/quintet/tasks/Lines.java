package io.quintet.tasks;

/** Text from outside, made fit for one line of a log or terminal. */
final class Lines {
  private Lines() {}

  /**
   * Control characters become spaces, for they would let a message forge lines or drive the
   * terminal.
   */
  static String printable(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints().forEach(c -> out.appendCodePoint(Character.isISOControl(c) ? ' ' : c));
    return out.toString();
  }

  static String shortened(String text, int longest) {
    String line = printable(text);
    return line.length() <= longest ? line : line.substring(0, longest) + "…";
  }
}
