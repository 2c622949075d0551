package io.quintet.core.text;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Percent-encoding of text in URLs, in one pass. */
public final class UriText {
  private static final String IRI_SAFE = "/#%[]=:;$&()+,!?*@'~";
  private static final char[] HEX = "0123456789ABCDEF".toCharArray();

  private UriText() {}

  /**
   * The text with everything but letters, digits, {@code _.-~} and these characters percent-encoded
   * as UTF-8.
   */
  public static String quote(String text, String safe) {
    return quote(text.getBytes(StandardCharsets.UTF_8), safe);
  }

  private static String quote(byte[] bytes, String safe) {
    StringBuilder out = new StringBuilder(bytes.length + 16);
    for (byte b : bytes) {
      int c = b & 0xff;
      if (isUnreserved(c) || c < 128 && safe.indexOf(c) >= 0) {
        out.append((char) c);
      } else {
        out.append('%').append(HEX[c >> 4]).append(HEX[c & 15]);
      }
    }
    return out.toString();
  }

  private static boolean isUnreserved(int c) {
    return c >= 'a' && c <= 'z'
        || c >= 'A' && c <= 'Z'
        || c >= '0' && c <= '9'
        || c == '_'
        || c == '.'
        || c == '-'
        || c == '~';
  }

  /**
   * The text with percent-encoded bytes resolved as UTF-8; bytes that are none become the
   * replacement character.
   */
  public static String unquote(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 0; i < text.length(); i++) {
      int value = hexAt(text, i);
      if (value >= 0) {
        bytes.write(value);
        i += 2;
      } else {
        out.append(bytes.toString(StandardCharsets.UTF_8)).append(text.charAt(i));
        bytes.reset();
      }
    }
    return out.append(bytes.toString(StandardCharsets.UTF_8)).toString();
  }

  private static int hexAt(String text, int i) {
    if (text.charAt(i) != '%' || i + 2 >= text.length()) {
      return -1;
    }
    int high = hex(text.charAt(i + 1));
    int low = hex(text.charAt(i + 2));
    return high < 0 || low < 0 ? -1 : high << 4 | low;
  }

  private static int hex(char c) {
    return c < 128 ? Character.digit(c, 16) : -1;
  }

  /**
   * An IRI as the URI that a browser sends: what is not ASCII is percent-encoded, what is encoded
   * stays.
   */
  public static String fromIri(String iri) {
    return quote(iri, IRI_SAFE);
  }

  /**
   * A URI as an IRI for people: encoded letters and valid UTF-8 are resolved, reserved characters
   * stay encoded.
   */
  public static String toIri(String uri) {
    byte[] bytes = uri.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
    for (int i = 0; i < bytes.length; i++) {
      int value = bytes[i] == '%' && i + 2 < bytes.length ? twoHex(bytes[i + 1], bytes[i + 2]) : -1;
      boolean resolve =
          value >= 128 || value >= 0 && isUnreserved(value) && !(value >= '0' && value <= '9');
      if (resolve) {
        out.write(value);
        i += 2;
      } else {
        out.write(bytes[i]);
      }
    }
    return repercent(out.toByteArray());
  }

  private static int twoHex(byte first, byte second) {
    int high = first < 0 ? -1 : hex((char) first);
    int low = second < 0 ? -1 : hex((char) second);
    return high < 0 || low < 0 ? -1 : high << 4 | low;
  }

  /** UTF-8 as text; bytes that are not valid UTF-8 stay percent-encoded. */
  public static String repercent(byte[] bytes) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer chars = CharBuffer.allocate(bytes.length + 16);
    StringBuilder out = new StringBuilder(bytes.length + 16);
    while (true) {
      CoderResult result = decoder.decode(in, chars, true);
      out.append(chars.flip());
      chars.clear();
      if (!result.isError()) {
        return out.toString();
      }
      byte[] broken = new byte[result.length()];
      in.get(broken);
      out.append(quote(broken, IRI_SAFE));
      decoder.reset();
    }
  }

  /** A path with everything percent-encoded that may not stand in the path of a URL. */
  public static String escapePath(String path) {
    return quote(path, "/:@&+$,-_.!~*'()");
  }

  /** The path of a file as the path of a URL. */
  public static String fromFilePath(String path) {
    return quote(path.replace('\\', '/'), "/~!*()'");
  }
}
