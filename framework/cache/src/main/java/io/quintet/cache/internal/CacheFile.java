package io.quintet.cache.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.Serial;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;

/**
 * The content of one cache file.
 *
 * @param key the key, in full
 * @param expires milliseconds since 1970, or {@link #NEVER}
 * @param value the encoded value
 */
record CacheFile(String key, long expires, byte[] value) {
  static final long NEVER = Long.MAX_VALUE;
  private static final int MAGIC = 0x51434631;

  /** The file holds something else. */
  static final class Unreadable extends IOException {
    @Serial private static final long serialVersionUID = 1L;

    Unreadable(String message) {
      super(message);
    }
  }

  boolean hasExpired(long now) {
    return expires <= now;
  }

  ByteBuffer toBytes() {
    byte[] name = key.getBytes(UTF_8);
    return ByteBuffer.allocate(16 + name.length + value.length)
        .putInt(MAGIC)
        .putLong(expires)
        .putInt(name.length)
        .put(name)
        .put(value)
        .flip();
  }

  static CacheFile of(byte[] bytes) throws Unreadable {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    try {
      if (in.getInt() != MAGIC) {
        throw new Unreadable("It does not begin as a cache file");
      }
      long expires = in.getLong();
      int length = in.getInt();
      if (length < 0 || length > in.remaining()) {
        throw new Unreadable("Its key is cut off");
      }
      byte[] name = new byte[length];
      in.get(name);
      byte[] value = new byte[in.remaining()];
      in.get(value);
      return new CacheFile(new String(name, UTF_8), expires, value);
    } catch (BufferUnderflowException e) {
      throw new Unreadable("It is cut off");
    }
  }
}
