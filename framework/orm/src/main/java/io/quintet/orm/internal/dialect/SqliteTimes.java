package io.quintet.orm.internal.dialect;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Dates and times as text, in the form that Django writes: {@code 2026-11-24 22:05:00.123456}. */
public final class SqliteTimes {
  private SqliteTimes() {}

  /** A moment, in UTC. */
  public static String write(Instant moment) {
    return write(LocalDateTime.ofInstant(moment, ZoneOffset.UTC));
  }

  /** A date and time. */
  public static String write(LocalDateTime time) {
    StringBuilder out = new StringBuilder(26).append(time.toLocalDate()).append(' ');
    return write(time.toLocalTime(), out).toString();
  }

  /** A time of day. */
  public static String write(LocalTime time) {
    return write(time, new StringBuilder(15)).toString();
  }

  private static StringBuilder write(LocalTime time, StringBuilder out) {
    padded(time.getHour(), 2, out).append(':');
    padded(time.getMinute(), 2, out).append(':');
    padded(time.getSecond(), 2, out);
    int micros = time.getNano() / 1000;
    return micros == 0 ? out : padded(micros, 6, out.append('.'));
  }

  private static StringBuilder padded(int number, int digits, StringBuilder out) {
    for (int least = powerOfTen(digits - 1); least > 1 && number < least; least /= 10) {
      out.append('0');
    }
    return out.append(number);
  }

  private static int powerOfTen(int exponent) {
    int power = 1;
    for (int i = 0; i < exponent; i++) {
      power *= 10;
    }
    return power;
  }

  /** The date and time that a text tells, whatever its offset. */
  public static LocalDateTime dateTime(String text) {
    LocalDateTime plain = plain(text);
    if (plain != null) {
      return plain;
    }
    String iso = iso(text);
    return hasOffset(iso) ? OffsetDateTime.parse(iso).toLocalDateTime() : local(iso);
  }

  /** The moment that a text tells; in UTC when it has no offset. */
  public static Instant instant(String text) {
    LocalDateTime plain = plain(text);
    if (plain != null) {
      return plain.toInstant(ZoneOffset.UTC);
    }
    String iso = iso(text);
    return hasOffset(iso)
        ? OffsetDateTime.parse(iso).toInstant()
        : local(iso).toInstant(ZoneOffset.UTC);
  }

  /** The form that we write, read without a formatter; null for any other. */
  private static @Nullable LocalDateTime plain(String text) {
    int length = text.length();
    boolean shape =
        length >= 19
            && length <= 29
            && text.charAt(4) == '-'
            && text.charAt(7) == '-'
            && (text.charAt(10) == ' ' || text.charAt(10) == 'T')
            && text.charAt(13) == ':'
            && text.charAt(16) == ':'
            && (length == 19 || (length > 20 && text.charAt(19) == '.'));
    if (!shape || !digits(text, 20)) {
      return null;
    }
    int nanos = 0;
    for (int i = 20; i < 29; i++) {
      nanos = nanos * 10 + (i < length ? text.charAt(i) - '0' : 0);
    }
    return LocalDateTime.of(
        number(text, 0, 4),
        number(text, 5, 7),
        number(text, 8, 10),
        number(text, 11, 13),
        number(text, 14, 16),
        number(text, 17, 19),
        nanos);
  }

  private static boolean digits(String text, int from) {
    for (int i = from; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  private static int number(String text, int from, int to) {
    return Integer.parseInt(text, from, to, 10);
  }

  /** The date that a text tells. */
  public static LocalDate date(String text) {
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
