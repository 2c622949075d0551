package io.quintet.redis;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.quintet.cache.CacheException;
import io.quintet.cache.spi.CacheCodec;
import org.jspecify.annotations.Nullable;

/**
 * Values as Redis keeps them: a {@link Long} as digits, so that Redis can count; the rest as the
 * cache encodes it.
 */
final class RedisValues {
  private RedisValues() {}

  static byte[] encode(@Nullable Object value) {
    return value instanceof Long number
        ? number.toString().getBytes(US_ASCII)
        : CacheCodec.encode(value);
  }

  static @Nullable Object decode(byte[] bytes) {
    if (bytes.length > 0 && (bytes[0] == '-' || bytes[0] >= '0' && bytes[0] <= '9')) {
      try {
        return Long.valueOf(new String(bytes, US_ASCII));
      } catch (NumberFormatException e) {
        throw new CacheException("The cached digits are no number", e);
      }
    }
    if (bytes.length == 0) {
      throw new CacheException("The cached value is empty; something else wrote it");
    }
    return CacheCodec.decode(bytes);
  }

  /** A text as a pattern that matches only itself. */
  static String literally(String text) {
    StringBuilder pattern = new StringBuilder(text.length() + 8);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '*' || c == '?' || c == '[' || c == ']' || c == '\\' || c == '^') {
        pattern.append('\\');
      }
      pattern.append(c);
    }
    return pattern.toString();
  }
}
