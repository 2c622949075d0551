package io.quintet.core.format;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.Temporal;
import java.time.zone.ZoneRules;
import org.jspecify.annotations.Nullable;

/** A value to format, taken apart: its date, its time and its zone as far as it has them. */
record Moment(
    @Nullable LocalDate date,
    @Nullable LocalTime time,
    @Nullable ZoneId zone,
    @Nullable ZoneOffset offset,
    boolean aware,
    ZoneId defaultZone) {

  static Moment of(Temporal value, ZoneId zone) {
    return switch (value) {
      case LocalDateTime t -> naive(t, zone);
      case LocalDate d -> new Moment(d, null, null, null, false, zone);
      case LocalTime t -> new Moment(null, t, null, null, false, zone);
      case OffsetTime t -> new Moment(null, t.toLocalTime(), null, null, false, zone);
      case ZonedDateTime t ->
          new Moment(t.toLocalDate(), t.toLocalTime(), t.getZone(), t.getOffset(), true, zone)
              .unlessAmbiguous(t.toLocalDateTime());
      case OffsetDateTime t ->
          new Moment(t.toLocalDate(), t.toLocalTime(), t.getOffset(), t.getOffset(), true, zone);
      case Instant i -> of(i.atZone(zone), zone);
      case YearMonth m -> new Moment(m.atDay(1), null, null, null, false, zone);
      default ->
          throw new IllegalArgumentException(
              "A "
                  + value.getClass().getSimpleName()
                  + " cannot be formatted as a date: use a LocalDate, LocalDateTime, LocalTime, ZonedDateTime, OffsetDateTime, YearMonth or Instant.");
    };
  }

  private static Moment naive(LocalDateTime time, ZoneId zone) {
    ZoneRules rules = zone.getRules();
    ZoneOffset offset = rules.getValidOffsets(time).size() == 1 ? rules.getOffset(time) : null;
    return new Moment(
        time.toLocalDate(), time.toLocalTime(), offset == null ? null : zone, offset, false, zone);
  }

  private Moment unlessAmbiguous(LocalDateTime local) {
    boolean unique = zone == null || zone.getRules().getValidOffsets(local).size() == 1;
    return unique ? this : new Moment(date, time, null, offset, true, defaultZone);
  }

  boolean isDateOnly() {
    return time == null;
  }

  LocalDate requireDate(char letter) {
    if (date == null) {
      throw new IllegalArgumentException(
          "A time has no date: the format letter '" + letter + "' needs one.");
    }
    return date;
  }

  LocalTime timeOrMidnight() {
    return time == null ? LocalTime.MIDNIGHT : time;
  }

  /** The same instant in its own zone, or in the default one. */
  ZonedDateTime instant(char letter) {
    LocalDateTime local = requireDate(letter).atTime(timeOrMidnight());
    return offset != null
        ? ZonedDateTime.ofInstant(local, offset, zone == null ? offset : zone)
        : local.atZone(defaultZone);
  }
}
