package io.quintet.cache.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quintet.cache.CacheException;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes values as bytes. */
public final class ValueWriter {
  private final DataOutputStream out;

  private ValueWriter(DataOutputStream out) {
    this.out = out;
  }

  /** The value as bytes. */
  public static byte[] write(@Nullable Object value) {
    var bytes = new ByteArrayOutputStream(64);
    var out = new DataOutputStream(bytes);
    try {
      out.writeByte(Tag.FORMAT);
      if (value instanceof byte[] content) {
        out.writeByte(Tag.BYTES);
        out.write(content);
      } else {
        new ValueWriter(out).write(value, 0);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Writing to memory failed", e);
    }
    return bytes.toByteArray();
  }

  private void write(@Nullable Object value, int depth) throws IOException {
    if (depth > Values.MAX_DEPTH) {
      throw new CacheException(
          "The value to cache is nested more than %d deep".formatted(Values.MAX_DEPTH));
    }
    switch (value) {
      case null -> out.writeByte(Tag.NULL);
      case Boolean bool -> out.writeByte(bool ? Tag.TRUE : Tag.FALSE);
      case String text -> text(Tag.TEXT, text);
      case Integer number -> {
        out.writeByte(Tag.INTEGER);
        out.writeInt(number);
      }
      case Long number -> {
        out.writeByte(Tag.LONG);
        out.writeLong(number);
      }
      case Float number -> {
        out.writeByte(Tag.FLOAT);
        out.writeFloat(number);
      }
      case Double number -> {
        out.writeByte(Tag.DOUBLE);
        out.writeDouble(number);
      }
      case UUID id -> {
        out.writeByte(Tag.UUID);
        out.writeLong(id.getMostSignificantBits());
        out.writeLong(id.getLeastSignificantBits());
      }
      case BigDecimal number -> {
        out.writeByte(Tag.BIG_DECIMAL);
        out.writeInt(number.scale());
        block(number.unscaledValue().toByteArray());
      }
      case BigInteger number -> {
        out.writeByte(Tag.BIG_INTEGER);
        block(number.toByteArray());
      }
      case Instant time -> {
        out.writeByte(Tag.INSTANT);
        out.writeLong(time.getEpochSecond());
        out.writeInt(time.getNano());
      }
      case Duration duration -> {
        out.writeByte(Tag.DURATION);
        out.writeLong(duration.getSeconds());
        out.writeInt(duration.getNano());
      }
      case LocalDate date -> text(Tag.LOCAL_DATE, date.toString());
      case LocalTime time -> text(Tag.LOCAL_TIME, time.toString());
      case LocalDateTime time -> text(Tag.LOCAL_DATE_TIME, time.toString());
      case OffsetDateTime time -> text(Tag.OFFSET_DATE_TIME, time.toString());
      case ZonedDateTime time -> text(Tag.ZONED_DATE_TIME, time.toString());
      case List<?> list -> elements(Tag.LIST, list, depth);
      case Set<?> set -> elements(Tag.SET, set, depth);
      case Map<?, ?> map -> {
        out.writeByte(Tag.MAP);
        out.writeInt(map.size());
        for (Map.Entry<?, ?> entry : map.entrySet()) {
          write(entry.getKey(), depth + 1);
          write(entry.getValue(), depth + 1);
        }
      }
      default -> throw Values.refused(value);
    }
  }

  private void elements(byte tag, Collection<?> elements, int depth) throws IOException {
    out.writeByte(tag);
    out.writeInt(elements.size());
    for (Object element : elements) {
      write(element, depth + 1);
    }
  }

  private void text(byte tag, String text) throws IOException {
    out.writeByte(tag);
    block(text.getBytes(UTF_8));
  }

  private void block(byte[] bytes) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
  }
}
