package io.quintet.core.text;

import java.text.Normalizer;

/** Names for URLs. */
public final class Slugs {
  private Slugs() {}

  /**
   * Lower-case ASCII letters, digits, underscores and single hyphens: {@code Héllo, World} is
   * {@code hello-world}.
   */
  public static String slugify(String text) {
    return slug(Normalizer.normalize(text, Normalizer.Form.NFKD), false);
  }

  /** {@link #slugify} that keeps letters and digits of all scripts. */
  public static String slugifyUnicode(String text) {
    return slug(Normalizer.normalize(text, Normalizer.Form.NFKC), true);
  }

  private static String slug(String text, boolean unicode) {
    String lower = unicode ? LetterCase.lower(text) : ascii(text);
    StringBuilder out = new StringBuilder(lower.length());
    boolean hyphen = false;
    for (int i = 0; i < lower.length(); ) {
      int c = lower.codePointAt(i);
      i += Character.charCount(c);
      if (c == '-' || c < 0x10000 && SmartSplit.isSpace((char) c)) {
        hyphen = true;
      } else if (Characters.isWord(c)) {
        if (hyphen) {
          out.append('-');
          hyphen = false;
        }
        out.appendCodePoint(c);
      }
    }
    if (hyphen) {
      out.append('-');
    }
    return Characters.strip(out.toString(), "-_");
  }

  private static String ascii(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 128) {
        out.append(c >= 'A' && c <= 'Z' ? (char) (c + 32) : c);
      }
    }
    return out.toString();
  }
}
