package io.quintet.orm;

import io.quintet.core.SiteContext;
import io.quintet.orm.meta.FieldMeta;
import io.quintet.orm.meta.FieldType;
import io.quintet.orm.meta.ModelMeta;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;

/**
 * UUIDs of version 7 (RFC 9562): the time first, then random bits, so that keys made one after the
 * other stand side by side in an index.
 *
 * <p>A primary key of the type {@code UUID} that is null gets one when the entity is saved first.
 */
public final class Uuids {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int NANOS_A_MILLI = 1_000_000;

  private Uuids() {}

  /** A UUID of version 7 at the time of the running site's clock. */
  public static UUID v7() {
    return v7(SiteContext.current().clock().instant());
  }

  /**
   * A UUID of version 7 at a time: 48 bits of milliseconds, 12 bits of the fraction of that
   * millisecond (method 3 of RFC 9562, section 6.2), 62 random bits.
   */
  public static UUID v7(Instant time) {
    long fraction = (time.getNano() % NANOS_A_MILLI) * 4096L / NANOS_A_MILLI;
    long most = (time.toEpochMilli() << 16) | 0x7000L | fraction;
    long least = (RANDOM.nextLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
    return new UUID(most, least);
  }

  /** Gives an entity a key that lacks one of this type. */
  static void fillKey(ModelMeta<?> meta, Entity entity) {
    FieldMeta key = meta.root().primaryKey();
    if (key.type() instanceof FieldType.Uuid && key.get(entity) == null) {
      key.set(entity, v7());
    }
  }
}
