package io.quintet.cache.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quintet.cache.CacheException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads what {@link ValueWriter} wrote; distrusts every length. */
public final class ValueReader {
  private final ByteBuffer in;

  private ValueReader(ByteBuffer in) {
    this.in = in;
  }

  /**
   * The value of written bytes.
   *
   * @throws CacheException if they are not what was written
   */
  public static @Nullable Object read(byte[] bytes) {
    var in = ByteBuffer.wrap(bytes);
    try {
      byte format = in.get();
      if (format != Tag.FORMAT) {
        throw new CacheException("Unknown format " + format);
      }
      if (in.get(1) == Tag.BYTES) {
        byte[] content = new byte[bytes.length - 2];
        in.get(2, content);
        return content;
      }
      Object value = new ValueReader(in).value(0);
      if (in.hasRemaining()) {
        throw new CacheException("%d bytes follow the value".formatted(in.remaining()));
      }
      return value;
    } catch (BufferUnderflowException
        | IndexOutOfBoundsException
        | DateTimeException
        | ArithmeticException
        | NumberFormatException e) {
      throw new CacheException("The cached bytes cannot be read", e);
    }
  }

  private @Nullable Object value(int depth) {
    if (depth > Values.MAX_DEPTH) {
      throw new CacheException("The cached value is nested too deep");
    }
    byte tag = in.get();
    return switch (tag) {
      case Tag.NULL -> null;
      case Tag.TRUE -> Boolean.TRUE;
      case Tag.FALSE -> Boolean.FALSE;
      case Tag.TEXT -> text();
      case Tag.INTEGER -> in.getInt();
      case Tag.LONG -> in.getLong();
      case Tag.FLOAT -> in.getFloat();
      case Tag.DOUBLE -> in.getDouble();
      case Tag.UUID -> new UUID(in.getLong(), in.getLong());
      case Tag.BIG_INTEGER -> new BigInteger(block());
      case Tag.BIG_DECIMAL -> {
        int scale = in.getInt();
        yield new BigDecimal(new BigInteger(block()), scale);
      }
      case Tag.INSTANT -> Instant.ofEpochSecond(in.getLong(), in.getInt());
      case Tag.DURATION -> Duration.ofSeconds(in.getLong(), in.getInt());
      case Tag.LOCAL_DATE -> LocalDate.parse(text());
      case Tag.LOCAL_TIME -> LocalTime.parse(text());
      case Tag.LOCAL_DATE_TIME -> LocalDateTime.parse(text());
      case Tag.OFFSET_DATE_TIME -> OffsetDateTime.parse(text());
      case Tag.ZONED_DATE_TIME -> ZonedDateTime.parse(text());
      case Tag.LIST -> list(depth);
      case Tag.SET -> set(depth);
      case Tag.MAP -> map(depth);
      default -> throw new CacheException("Unknown type " + tag + " in the cached bytes");
    };
  }

  private List<@Nullable Object> list(int depth) {
    List<@Nullable Object> list = new ArrayList<>();
    fill(list, depth);
    return Collections.unmodifiableList(list);
  }

  private Set<@Nullable Object> set(int depth) {
    Set<@Nullable Object> set = new LinkedHashSet<>();
    fill(set, depth);
    return Collections.unmodifiableSet(set);
  }

  private void fill(Collection<@Nullable Object> elements, int depth) {
    int size = size();
    for (int i = 0; i < size; i++) {
      elements.add(value(depth + 1));
    }
  }

  private Map<@Nullable Object, @Nullable Object> map(int depth) {
    Map<@Nullable Object, @Nullable Object> map = new LinkedHashMap<>();
    int size = size();
    for (int i = 0; i < size; i++) {
      Object key = value(depth + 1);
      map.put(key, value(depth + 1));
    }
    return Collections.unmodifiableMap(map);
  }

  private String text() {
    return new String(block(), UTF_8);
  }

  private byte[] block() {
    byte[] bytes = new byte[size()];
    in.get(bytes);
    return bytes;
  }

  /** A count of bytes or elements; each takes a byte at least, so none can exceed what is left. */
  private int size() {
    int size = in.getInt();
    if (size < 0 || size > in.remaining()) {
      throw new BufferUnderflowException();
    }
    return size;
  }
}
