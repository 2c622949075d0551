package io.quintet.cache.spi;

import io.quintet.cache.CacheException;
import io.quintet.cache.internal.ValueReader;
import io.quintet.cache.internal.ValueWriter;
import org.jspecify.annotations.Nullable;

/**
 * Values as bytes, for stores outside the process. No class is ever named in the bytes, so whoever
 * can write to the store can at most change values.
 *
 * <p>The types: null, {@link String}, {@code byte[]} (as the whole value only), {@link Boolean},
 * {@link Integer}, {@link Long}, {@link Float}, {@link Double}, {@link java.math.BigInteger},
 * {@link java.math.BigDecimal}, {@link java.util.UUID}, {@link java.time.Instant}, {@link
 * java.time.LocalDate}, {@link java.time.LocalTime}, {@link java.time.LocalDateTime}, {@link
 * java.time.OffsetDateTime}, {@link java.time.ZonedDateTime}, {@link java.time.Duration}; lists,
 * sets and maps of these, which keep their order and come back unmodifiable. Each comes back as the
 * type it was.
 */
public final class CacheCodec {
  private CacheCodec() {}

  /**
   * A value as bytes.
   *
   * @param value the value
   * @return the bytes; the first one is 1
   * @throws CacheException if the type is none of those allowed, or it is nested more than 50 deep
   */
  public static byte[] encode(@Nullable Object value) {
    return ValueWriter.write(value);
  }

  /**
   * The value of {@link #encode}d bytes.
   *
   * @param bytes the bytes
   * @return the value
   * @throws CacheException if they were not made by {@link #encode}
   */
  public static @Nullable Object decode(byte[] bytes) {
    return ValueReader.read(bytes);
  }
}
