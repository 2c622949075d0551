package io.quintet.orm.internal.schema;

import io.quintet.orm.migrations.MigrationException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** Java values as SQL literals, in the form in which they are stored. */
final class Literals {
  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
  private static final DateTimeFormatter MICROS =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS");

  private Literals() {}

  static String quote(String identifier) {
    return '"' + identifier.replace("\"", "\"\"") + '"';
  }

  static String sql(Vendor vendor, Object value) {
    boolean lite = vendor == Vendor.SQLITE;
    return switch (value) {
      case Boolean bool -> lite ? bool ? "1" : "0" : bool.toString();
      case BigDecimal number -> number.toPlainString();
      case Double number when number.isNaN() || number.isInfinite() -> text(number.toString());
      case Number number -> number.toString();
      case String string -> text(string);
      case LocalDate date -> text(date.toString());
      case LocalTime time -> text(time(time));
      case LocalDateTime moment -> text(dateTime(moment));
      case Instant moment -> {
        String utc = dateTime(LocalDateTime.ofInstant(moment, ZoneOffset.UTC));
        yield text(vendor == Vendor.POSTGRESQL ? utc + "+00" : utc);
      }
      case Duration duration ->
          vendor == Vendor.POSTGRESQL
              ? text(duration.toString())
              : Long.toString(duration.dividedBy(ChronoUnit.MICROS.getDuration()));
      case UUID uuid -> text(lite ? uuid.toString().replace("-", "") : uuid.toString());
      default ->
          throw new MigrationException(
              "A value for existing rows is text, a number, a boolean, a java.time value or a UUID; found "
                  + value.getClass().getName()
                  + ".");
    };
  }

  static String time(LocalTime time) {
    return DateTimeFormatter.ofPattern(time.getNano() == 0 ? "HH:mm:ss" : "HH:mm:ss.SSSSSS")
        .format(time);
  }

  static String dateTime(LocalDateTime moment) {
    return (moment.getNano() == 0 ? SECONDS : MICROS).format(moment);
  }

  private static String text(String value) {
    if (value.indexOf('\0') >= 0) {
      throw new MigrationException(
          "A value for existing rows may not contain the null character: " + value);
    }
    return "'" + value.replace("'", "''") + "'";
  }
}
