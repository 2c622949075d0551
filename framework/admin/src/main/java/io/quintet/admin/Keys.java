package io.quintet.admin;

import io.quintet.orm.Entity;
import io.quintet.orm.meta.FieldType;
import io.quintet.orm.meta.ModelMeta;
import io.quintet.orm.meta.Models;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

/** Primary keys as text: in forms as they are, in addresses so that any key fits one segment. */
final class Keys {
  private static final int HEX = 16;
  private static final int ESCAPE_LENGTH = 3;

  private Keys() {}

  /** The key of a saved row, as a form sends it. */
  static String of(Entity entity) {
    Object key = Models.of(entity).primaryKey().get(entity);
    return key instanceof BigDecimal number ? number.toPlainString() : String.valueOf(key);
  }

  /** The key that a text means, or empty when it cannot be one. */
  static Optional<Object> parse(ModelMeta<?> model, String text) {
    return parse(model.primaryKey().columnType(), text);
  }

  /** The value of a column that a text means, or empty when it cannot be one. */
  static Optional<Object> parse(FieldType type, String text) {
    if (text.isEmpty() || text.indexOf('\0') >= 0) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          switch (type) {
            case FieldType.Identity _ -> Long.valueOf(text);
            case FieldType.Int64 _ -> Long.valueOf(text);
            case FieldType.Int32 _ -> Integer.valueOf(text);
            case FieldType.Int16 _ -> Short.valueOf(text);
            case FieldType.Uuid _ -> UUID.fromString(text);
            case FieldType.Decimal(int digits, int places) when text.length() > digits + 2 ->
                throw new NumberFormatException("more digits than " + digits + "." + places);
            case FieldType.Decimal _ -> new BigDecimal(text);
            case FieldType.Float64 _ -> Double.valueOf(text);
            default -> text;
          });
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The key as a segment of an address. */
  static String segment(Entity entity) {
    return escape(of(entity));
  }

  static String escape(String key) {
    StringBuilder out = new StringBuilder(key.length());
    for (byte b : key.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      boolean plain =
          (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-';
      if (plain) {
        out.append(c);
      } else {
        out.append('_').append(HexFormat.of().withUpperCase().toHexDigits(b));
      }
    }
    return out.toString();
  }

  /** The key that {@link #escape} made a segment of; anything else is kept as it is. */
  static String unescape(String segment) {
    byte[] out = new byte[segment.length() * ESCAPE_LENGTH];
    int length = 0;
    for (int i = 0; i < segment.length(); i++) {
      char c = segment.charAt(i);
      boolean escaped =
          c == '_'
              && i + 2 < segment.length()
              && HexFormat.isHexDigit(segment.charAt(i + 1))
              && HexFormat.isHexDigit(segment.charAt(i + 2));
      if (escaped) {
        out[length++] = (byte) Integer.parseInt(segment.substring(i + 1, i + ESCAPE_LENGTH), HEX);
        i += 2;
      } else {
        for (byte b : String.valueOf(c).getBytes(StandardCharsets.UTF_8)) {
          out[length++] = b;
        }
      }
    }
    return new String(out, 0, length, StandardCharsets.UTF_8);
  }
}
