package io.quintet.storage;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.text.Normalizer;

/**
 * The rules for names of stored files. A name is relative, uses {@code /} between its elements, and
 * never leads out of its storage.
 */
public final class FileNames {
  /** Most bytes, in UTF-8, that one element of a name may take. */
  public static final int MAX_ELEMENT_BYTES = 255;

  /** Most characters of a whole name. */
  public static final int MAX_LENGTH = 1000;

  private static final int KEPT_CHARACTERS = 100;
  private static final String ALPHABET =
      "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";

  /** What stands in a URL as it is, beside letters, digits and slashes. */
  private static final String UNRESERVED = "-._~";

  private static final SecureRandom RANDOM = new SecureRandom();

  private FileNames() {}

  /**
   * Checks that a name stays within its storage.
   *
   * @param name a relative name such as {@code covers/2026/11/sea.png}
   * @return the same name
   * @throws UnsafeNameException if it is empty, absolute, has an empty, {@code .} or {@code ..}
   *     element, a back-slash, a colon or a control character, or is too long
   */
  public static String check(String name) {
    if (name.isEmpty()) {
      throw new UnsafeNameException(name, "it is empty");
    }
    if (name.length() > MAX_LENGTH) {
      throw new UnsafeNameException(name, "it has more than " + MAX_LENGTH + " characters");
    }
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c == '\\' || c == ':' || Character.isISOControl(c)) {
        throw new UnsafeNameException(
            name, "back-slashes, colons and control characters are not allowed");
      }
      if (Character.isSurrogate(c) && !pairedAt(name, i)) {
        throw new UnsafeNameException(name, "it holds half of a surrogate pair");
      }
    }
    for (String element : name.split("/", -1)) {
      checkElement(name, element);
    }
    return name;
  }

  private static void checkElement(String name, String element) {
    if (element.isEmpty()) {
      throw new UnsafeNameException(
          name, "it must be relative, without an empty element (\"//\", a slash at an end)");
    }
    if (element.equals(".") || element.equals("..")) {
      throw new UnsafeNameException(name, "the element \"" + element + "\" is not allowed");
    }
    if (element.getBytes(StandardCharsets.UTF_8).length > MAX_ELEMENT_BYTES) {
      throw new UnsafeNameException(
          name, "one element takes more than " + MAX_ELEMENT_BYTES + " bytes");
    }
  }

  private static boolean pairedAt(String text, int i) {
    char c = text.charAt(i);
    return Character.isHighSurrogate(c)
        ? i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
        : i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
  }

  /**
   * The last element of what a browser sent as a file name: folders, in either style, and control
   * characters are dropped.
   *
   * @param sent the name as it came from outside
   * @return a name of at most 255 characters; {@code file} when nothing is left
   */
  public static String base(String sent) {
    String last = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1);
    StringBuilder kept = new StringBuilder(last.length());
    last.codePoints()
        .filter(c -> !Character.isISOControl(c) && Character.getType(c) != Character.SURROGATE)
        .forEach(kept::appendCodePoint);
    String name = kept.toString().strip();
    if (name.length() > 255) {
      name = shorten(name, 255);
    }
    return name.isEmpty() || name.equals(".") || name.equals("..") ? "file" : name;
  }

  /**
   * Makes one element of a name safe for every file system and URL: letters, digits, {@code -},
   * {@code _} and {@code .} stay, blanks become {@code _}, the rest goes; leading and trailing dots
   * go too.
   *
   * @param element any text, taken as one element
   * @return a name of at most 100 characters that {@link #check} accepts
   */
  public static String clean(String element) {
    String base = Normalizer.normalize(base(element), Normalizer.Form.NFC);
    StringBuilder kept = new StringBuilder(base.length());
    base.codePoints()
        .map(c -> Character.isWhitespace(c) || Character.isSpaceChar(c) ? '_' : c)
        .filter(c -> Character.isLetterOrDigit(c) || c == '-' || c == '_' || c == '.')
        .forEach(kept::appendCodePoint);
    int start = 0;
    int end = kept.length();
    while (start < end && kept.charAt(start) == '.') {
      start++;
    }
    while (end > start && kept.charAt(end - 1) == '.') {
      end--;
    }
    String name = kept.substring(start, end);
    name = shorten(name, KEPT_CHARACTERS);
    while (name.getBytes(StandardCharsets.UTF_8).length > MAX_ELEMENT_BYTES - 8) {
      name = shorten(name, name.length() - 4);
    }
    return name.isEmpty() ? "file" : name;
  }

  /**
   * Makes the last element of a name safe and checks the folders before it.
   *
   * @param name folders chosen by the program, and a last element from anywhere
   * @return the name to try first
   * @throws UnsafeNameException if the folders are not safe
   */
  public static String valid(String name) {
    int slash = name.lastIndexOf('/');
    return check(
        slash < 0 ? clean(name) : name.substring(0, slash + 1) + clean(name.substring(slash + 1)));
  }

  /**
   * Another name beside one that is taken: {@code sea.png} gives {@code sea_x7Qk2Lm.png}.
   *
   * @param name the name that is taken
   * @return the name with seven random characters before its extension
   */
  public static String alternative(String name) {
    int dot = dotOf(name);
    StringBuilder random = new StringBuilder("_");
    for (int i = 0; i < 7; i++) {
      random.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
    }
    return name.substring(0, dot) + random + name.substring(dot);
  }

  /**
   * A name as a part of a URL.
   *
   * @param name a name; slashes stay
   * @return the name percent-encoded as UTF-8
   */
  public static String urlPath(String name) {
    StringBuilder out = new StringBuilder(name.length() + 16);
    for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
      if (b > 0 && (isAsciiLetterOrDigit(b) || b == '/' || UNRESERVED.indexOf(b) >= 0)) {
        out.append((char) b);
      } else {
        out.append('%').append("%02X".formatted(b));
      }
    }
    return out.toString();
  }

  private static boolean isAsciiLetterOrDigit(byte b) {
    return b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= '0' && b <= '9';
  }

  /** The element in ASCII: marks are taken off letters, other characters go. */
  static String ascii(String element) {
    StringBuilder kept = new StringBuilder(element.length());
    Normalizer.normalize(element, Normalizer.Form.NFKD)
        .chars()
        .filter(c -> c < 128)
        .forEach(c -> kept.append((char) c));
    String name = kept.toString();
    return clean(name.startsWith(".") ? "file" + name : name);
  }

  /** The index of the dot that begins the extension, or the length when there is no extension. */
  private static int dotOf(String name) {
    int dot = name.lastIndexOf('.');
    return dot > name.lastIndexOf('/') + 1 ? dot : name.length();
  }

  private static String shorten(String name, int length) {
    if (name.length() <= length) {
      return name;
    }
    int dot = dotOf(name);
    String extension = name.length() - dot <= 20 ? name.substring(dot) : "";
    int end = Math.max(0, Math.min(dot, length - extension.length()));
    if (end > 0 && Character.isHighSurrogate(name.charAt(end - 1))) {
      end--;
    }
    return name.substring(0, end) + extension;
  }

  /** A name for a message or a log: control characters are shown, very long names are cut. */
  static String printable(String name) {
    StringBuilder text = new StringBuilder();
    String shown = name.length() > 200 ? name.substring(0, 200) + "..." : name;
    shown
        .chars()
        .forEach(c -> {
          if (Character.isISOControl(c)) {
            text.append("\\u%04x".formatted(c));
          } else {
            text.append((char) c);
          }
        });
    return text.toString();
  }
}
