package io.quintet.benchmarks.orm;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Moments as text, which SQLite has no type for. */
public final class SqliteMoments {
  private SqliteMoments() {}

  /** The text of a moment. */
  public static String text(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC).toLocalDateTime().toString().replace('T', ' ');
  }

  /** The moment of a text. */
  public static Instant parse(String text) {
    int fraction = text.length() > 20 ? Integer.parseInt(text, 20, text.length(), 10) : 0;
    for (int digits = Math.max(0, text.length() - 20); digits > 0 && digits < 9; digits++) {
      fraction *= 10;
    }
    return LocalDateTime.of(
            Integer.parseInt(text, 0, 4, 10),
            Integer.parseInt(text, 5, 7, 10),
            Integer.parseInt(text, 8, 10, 10),
            Integer.parseInt(text, 11, 13, 10),
            Integer.parseInt(text, 14, 16, 10),
            text.length() > 16 ? Integer.parseInt(text, 17, 19, 10) : 0,
            fraction)
        .toInstant(ZoneOffset.UTC);
  }
}
