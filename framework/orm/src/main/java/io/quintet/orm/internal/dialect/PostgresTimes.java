package io.quintet.orm.internal.dialect;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Reads moments as PostgreSQL sends them once a statement is prepared at the server: microseconds
 * since the year 2000 in eight bytes. The driver's own way goes over the parts of a date and takes
 * several times as long.
 */
final class PostgresTimes {
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private static final long EPOCH_SECONDS = Instant.parse("2000-01-01T00:00:00Z").getEpochSecond();
  private static final long MICROS = 1_000_000;

  /** The one text of a moment that has eight bytes too. */
  private static final long INFINITY_AS_TEXT =
      (long) LONG.get("infinity".getBytes(StandardCharsets.US_ASCII), 0);

  private PostgresTimes() {}

  /** The moment in a column of the type timestamptz. */
  static @Nullable Instant instant(ResultSet rows, int column) throws SQLException {
    byte[] raw = rows.getBytes(column);
    if (raw == null) {
      return null;
    }
    if (raw.length == Long.BYTES) {
      long micros = (long) LONG.get(raw, 0);
      if (micros != INFINITY_AS_TEXT && micros != Long.MAX_VALUE && micros != Long.MIN_VALUE) {
        return Instant.ofEpochSecond(
            EPOCH_SECONDS + Math.floorDiv(micros, MICROS), Math.floorMod(micros, MICROS) * 1000);
      }
    }
    return converted(rows, column);
  }

  /** The moment as the driver converts it, or refuses to. */
  static @Nullable Instant converted(ResultSet rows, int column) throws SQLException {
    OffsetDateTime time = rows.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
