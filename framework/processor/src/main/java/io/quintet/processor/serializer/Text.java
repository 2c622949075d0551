package io.quintet.processor.serializer;

import java.util.Locale;

/** Names and literals of generated source. */
final class Text {
  private Text() {}

  /** {@code publishedAt} becomes {@code published_at}. */
  static String snake(String java) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < java.length(); i++) {
      char c = java.charAt(i);
      boolean upper = Character.isUpperCase(c);
      boolean afterLower = i > 0 && !Character.isUpperCase(java.charAt(i - 1));
      boolean beforeLower = i + 1 < java.length() && Character.isLowerCase(java.charAt(i + 1));
      if (upper && i > 0 && (afterLower || beforeLower)) {
        out.append('_');
      }
      out.append(Character.toLowerCase(c));
    }
    return out.toString();
  }

  /** {@code IN_REVIEW} becomes {@code In review}. */
  static String words(String constant) {
    String text = constant.toLowerCase(Locale.ROOT).replace('_', ' ');
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }

  static String capitalised(String name) {
    return Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }
}
