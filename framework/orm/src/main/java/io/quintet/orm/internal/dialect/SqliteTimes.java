package io.quintet.orm.internal.dialect;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** Dates and times as text, in the form that Django writes: {@code 2026-11-24 22:05:00.123456}. */
final class SqliteTimes {
  private SqliteTimes() {}

  static String write(Instant moment) {
    return write(LocalDateTime.ofInstant(moment, ZoneOffset.UTC));
  }

  static String write(LocalDateTime time) {
    return time.toLocalDate() + " " + write(time.toLocalTime());
  }

  static String write(LocalTime time) {
    LocalTime t = time.truncatedTo(ChronoUnit.MICROS);
    String whole = "%02d:%02d:%02d".formatted(t.getHour(), t.getMinute(), t.getSecond());
    return t.getNano() == 0 ? whole : whole + ".%06d".formatted(t.getNano() / 1000);
  }

  static LocalDateTime dateTime(String text) {
    String iso = iso(text);
    return hasOffset(iso) ? OffsetDateTime.parse(iso).toLocalDateTime() : local(iso);
  }

  static Instant instant(String text) {
    String iso = iso(text);
    return hasOffset(iso)
        ? OffsetDateTime.parse(iso).toInstant()
        : local(iso).toInstant(ZoneOffset.UTC);
  }

  static LocalDate date(String text) {
    return LocalDate.parse(text.length() > 10 ? text.substring(0, 10) : text);
  }

  private static LocalDateTime local(String iso) {
    return iso.length() == 10 ? LocalDate.parse(iso).atStartOfDay() : LocalDateTime.parse(iso);
  }

  private static String iso(String text) {
    return text.length() > 10 && text.charAt(10) == ' '
        ? text.substring(0, 10) + "T" + text.substring(11)
        : text;
  }

  private static boolean hasOffset(String iso) {
    return iso.endsWith("Z")
        || (iso.length() > 19 && (iso.indexOf('+', 19) > 0 || iso.indexOf('-', 19) > 0));
  }
}
