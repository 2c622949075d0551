package io.quintet.orm.internal.dialect.sqlite;

import io.quintet.orm.internal.dialect.SqliteTimes;
import io.quintet.orm.internal.functions.DatePart;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import org.sqlite.Function;

/** Adds functions of dates and times to a connection. */
final class SqliteDateFunctions {
  private static final LocalDate SOME_DAY = LocalDate.of(2000, 1, 1);

  private SqliteDateFunctions() {}

  static void install(Connection connection) throws SQLException {
    create(connection, "quintet_extract", new Extracted(), 3);
    create(connection, "quintet_trunc", new Truncated(), 4);
    create(connection, "quintet_plus", new Plus(), 3);
    create(connection, "quintet_minus", new Minus(), 2);
  }

  private static void create(Connection connection, String name, Function function, int arguments)
      throws SQLException {
    Function.create(connection, name, function, arguments, Function.FLAG_DETERMINISTIC);
  }

  /** A date, a time of day or both, at a place. */
  private static ZonedDateTime read(String text, ZoneId zone) {
    LocalDateTime local =
        text.indexOf(':') == 2
            ? LocalTime.parse(text).atDate(SOME_DAY)
            : SqliteTimes.dateTime(text);
    return local.atZone(ZoneOffset.UTC).withZoneSameInstant(zone);
  }

  private abstract static class OfTime extends Function {
    private String lastZone = "UTC";
    private ZoneId zone = ZoneOffset.UTC;

    final ZoneId zone(int argument) throws SQLException {
      String name = value_text(argument);
      if (!name.equals(lastZone)) {
        zone = ZoneId.of(name);
        lastZone = name;
      }
      return zone;
    }

    @Override
    protected final void xFunc() throws SQLException {
      for (int i = 0; i < args(); i++) {
        if (value_text(i) == null) {
          result();
          return;
        }
      }
      try {
        compute();
      } catch (DateTimeException | ArithmeticException e) {
        error("the column holds no date or time that this can be done with");
      }
    }

    abstract void compute() throws SQLException;
  }

  private static final class Extracted extends OfTime {
    @Override
    void compute() throws SQLException {
      ZonedDateTime time = read(value_text(1), zone(2));
      result(
          switch (DatePart.valueOf(value_text(0))) {
            case YEAR -> time.getYear();
            case ISO_YEAR -> time.get(IsoFields.WEEK_BASED_YEAR);
            case QUARTER -> time.get(IsoFields.QUARTER_OF_YEAR);
            case MONTH -> time.getMonthValue();
            case WEEK -> time.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
            case DAY -> time.getDayOfMonth();
            case WEEK_DAY -> time.getDayOfWeek().getValue() % 7 + 1;
            case ISO_WEEK_DAY -> time.getDayOfWeek().getValue();
            case HOUR -> time.getHour();
            case MINUTE -> time.getMinute();
            case SECOND -> time.getSecond();
          });
    }
  }

  private static final class Truncated extends OfTime {
    @Override
    void compute() throws SQLException {
      ZonedDateTime time = read(value_text(1), zone(2));
      String part = value_text(0);
      ZonedDateTime cut = part.isEmpty() ? time : cut(time, DatePart.valueOf(part));
      result(
          switch (value_text(3)) {
            case "Date" -> cut.toLocalDate().toString();
            case "Time" -> SqliteTimes.write(cut.toLocalTime());
            case "Timestamp" -> SqliteTimes.write(cut.toInstant());
            default -> SqliteTimes.write(cut.toLocalDateTime());
          });
    }

    private static ZonedDateTime cut(ZonedDateTime time, DatePart part) {
      return switch (part) {
        case HOUR -> time.truncatedTo(ChronoUnit.HOURS);
        case MINUTE -> time.truncatedTo(ChronoUnit.MINUTES);
        case SECOND -> time.truncatedTo(ChronoUnit.SECONDS);
        default -> firstDay(time.toLocalDate(), part).atStartOfDay(time.getZone());
      };
    }

    private static LocalDate firstDay(LocalDate date, DatePart part) {
      return switch (part) {
        case YEAR -> date.withDayOfYear(1);
        case QUARTER -> date.with(IsoFields.DAY_OF_QUARTER, 1);
        case MONTH -> date.withDayOfMonth(1);
        case WEEK -> date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        default -> date;
      };
    }
  }

  /** A date, time or both, and microseconds more. */
  private static final class Plus extends OfTime {
    @Override
    void compute() throws SQLException {
      Duration more = Duration.of(value_long(1), ChronoUnit.MICROS);
      LocalDateTime sum = read(value_text(0), ZoneOffset.UTC).toLocalDateTime().plus(more);
      result(
          value_text(2).equals("Time")
              ? SqliteTimes.write(sum.toLocalTime())
              : SqliteTimes.write(sum));
    }
  }

  /** The microseconds from the second to the first. */
  private static final class Minus extends OfTime {
    @Override
    void compute() throws SQLException {
      ZonedDateTime to = read(value_text(0), ZoneOffset.UTC);
      ZonedDateTime from = read(value_text(1), ZoneOffset.UTC);
      result(ChronoUnit.MICROS.between(from, to));
    }
  }
}
