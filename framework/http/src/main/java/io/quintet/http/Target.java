package io.quintet.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The target of a request line, taken apart.
 *
 * @param rawPath the path as sent, always with a leading slash
 * @param path the path decoded once; as sent if it cannot be decoded
 * @param rawQuery what follows the question mark, or empty
 * @param fault what is wrong with it, if anything
 */
record Target(String rawPath, String path, String rawQuery, Optional<String> fault) {
  static Target parse(String target) {
    int question = target.indexOf('?');
    String rawPath = question < 0 ? target : target.substring(0, question);
    String rawQuery = question < 0 ? "" : target.substring(question + 1);
    if (!rawPath.startsWith("/")) {
      rawPath = "/" + rawPath;
    }
    try {
      String path = decode(rawPath);
      Optional<String> fault =
          path.indexOf('\0') >= 0
              ? Optional.of("The address holds a NUL character.")
              : Optional.empty();
      return new Target(rawPath, path, rawQuery, fault);
    } catch (CharacterCodingException | IllegalArgumentException e) {
      return new Target(
          rawPath, rawPath, rawQuery, Optional.of("The address is not encoded as UTF-8 with %XX."));
    }
  }

  private static String decode(String raw) throws CharacterCodingException {
    if (isPlain(raw)) {
      return raw;
    }
    byte[] source = raw.getBytes(StandardCharsets.UTF_8);
    ByteBuffer bytes = ByteBuffer.allocate(source.length);
    for (int i = 0; i < source.length; i++) {
      if (source[i] != '%') {
        bytes.put(source[i]);
        continue;
      }
      int high = i + 2 < source.length ? Character.digit(source[i + 1], 16) : -1;
      int low = i + 2 < source.length ? Character.digit(source[i + 2], 16) : -1;
      if (high < 0 || low < 0) {
        throw new IllegalArgumentException("% without two hexadecimal digits");
      }
      bytes.put((byte) (high * 16 + low));
      i += 2;
    }
    return StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
  }

  private static boolean isPlain(String raw) {
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c == '%' || c >= 0x80) {
        return false;
      }
    }
    return true;
  }
}
