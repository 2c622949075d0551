package io.quintet.orm.meta;

import io.quintet.core.signing.Encryption;
import org.jspecify.annotations.Nullable;

/** Texts as they stand in a column: an IP address in short, encrypted if the field is. */
final class StoredText {
  private StoredText() {}

  /** What stands in the column for a text; null for an address that is empty. */
  static @Nullable String of(FieldMeta field, String text) {
    String kept = text;
    if (field.type() instanceof FieldType.IpAddress ip) {
      kept = ip.kept(text);
      if (kept.isEmpty()) {
        return null;
      }
    }
    return field.encrypted() ? encryption(field).encrypt(kept) : kept;
  }

  /** The text that stands in a column in clear. */
  static @Nullable String clear(FieldMeta field, @Nullable String text) {
    return field.encrypted() && text != null ? encryption(field).decrypt(text) : text;
  }

  private static Encryption encryption(FieldMeta field) {
    return Encryption.of("orm." + field);
  }
}
