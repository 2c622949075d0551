package io.quintet.processor.model;

import java.util.Locale;

/** How Java names become names of tables, columns and things that people read. */
final class Names {
  private Names() {}

  /** {@code publishedAt} becomes {@code published_at}. */
  static String snake(String java) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < java.length(); i++) {
      char c = java.charAt(i);
      boolean upper = Character.isUpperCase(c);
      boolean starts =
          upper
              && i > 0
              && java.charAt(i - 1) != '_'
              && (!Character.isUpperCase(java.charAt(i - 1))
                  || (i + 1 < java.length() && Character.isLowerCase(java.charAt(i + 1))));
      if (starts) {
        out.append('_');
      }
      out.append(Character.toLowerCase(c));
    }
    return out.toString();
  }

  /** {@code publishedAt} becomes {@code published at}. */
  static String words(String java) {
    return snake(java).replace('_', ' ');
  }

  /** {@code IN_REVIEW} becomes {@code In review}. */
  static String constantWords(String constant) {
    String text = constant.toLowerCase(Locale.ROOT).replace('_', ' ');
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }

  /** {@code Post} becomes {@code post}. */
  static String decapitalised(String name) {
    return Character.toLowerCase(name.charAt(0)) + name.substring(1);
  }

  /** The last segment of a package, "models" skipped. */
  static String appLabel(String packageName) {
    String name =
        packageName.endsWith(".models")
            ? packageName.substring(0, packageName.length() - 7)
            : packageName;
    return name.substring(name.lastIndexOf('.') + 1);
  }

  /** A name for an index or constraint, at most 60 characters long. */
  static String constraint(String table, Iterable<String> columns, String suffix) {
    String name = table + "_" + String.join("_", columns) + "_" + suffix;
    if (name.length() <= 60) {
      return name;
    }
    String hash = Integer.toHexString(name.hashCode());
    return name.substring(0, 59 - suffix.length() - hash.length() - 1) + "_" + hash + "_" + suffix;
  }
}
