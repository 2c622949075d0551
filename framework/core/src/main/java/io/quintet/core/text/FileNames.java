package io.quintet.core.text;

/** Names for files made from text. */
public final class FileNames {
  /** How much of a refused name a message repeats. */
  private static final int SHOWN = 100;

  private FileNames() {}

  /**
   * A name that is fit for a file: letters, digits, hyphens, underscores and dots, with underscores
   * for spaces.
   *
   * @throws IllegalArgumentException if nothing is left
   */
  public static String valid(String name) {
    StringBuilder out = new StringBuilder(name.length());
    name.strip()
        .replace(' ', '_')
        .codePoints()
        .filter(c -> c == '-' || c == '.' || Characters.isWord(c))
        .forEach(out::appendCodePoint);
    String valid = out.toString();
    if (valid.isEmpty() || valid.equals(".") || valid.equals("..")) {
      String shown = name.length() > SHOWN ? name.substring(0, SHOWN) + "..." : name;
      throw new IllegalArgumentException("Could not derive file name from '" + shown + "'");
    }
    return valid;
  }
}
