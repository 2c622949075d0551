package io.quintet.core.text;

/** Kinds of characters, and trimming by them. */
final class Characters {
  private Characters() {}

  /** A letter, digit or underscore of any script. */
  static boolean isWord(int c) {
    return c == '_'
        || Character.isLetterOrDigit(c)
        || Character.getType(c) == Character.LETTER_NUMBER
        || Character.getType(c) == Character.OTHER_NUMBER;
  }

  /** A mark that sits on the character before it. */
  static boolean isCombining(int c) {
    return switch (Character.getType(c)) {
      case Character.NON_SPACING_MARK ->
          c != 0x34f && !(c >= 0xfe00 && c <= 0xfe0f) && !(c >= 0xe0100 && c <= 0xe01ef);
      default -> false;
    };
  }

  /** Without the white space around it, of any script. */
  static String strip(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && SmartSplit.isSpace(text.charAt(start))) {
      start++;
    }
    while (end > start && SmartSplit.isSpace(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  static String strip(String text, String characters) {
    int start = 0;
    while (start < text.length() && characters.indexOf(text.charAt(start)) >= 0) {
      start++;
    }
    return stripEnd(text.substring(start), characters);
  }

  static String stripEnd(String text, String characters) {
    int end = text.length();
    while (end > 0 && characters.indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return text.substring(0, end);
  }
}
