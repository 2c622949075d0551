package io.quintet.orm.internal.dialect.mariadb;

import io.quintet.orm.NotSupportedException;
import io.quintet.orm.expr.SqlFunction;
import io.quintet.orm.internal.dialect.FunctionTable;
import io.quintet.orm.internal.functions.DatePart;
import io.quintet.orm.internal.functions.Extract;
import io.quintet.orm.internal.functions.Trunc;
import io.quintet.orm.internal.sql.Fragment;
import io.quintet.orm.meta.FieldType;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Parts of dates and times, and dates and times cut to a part. Moments are stored in UTC; for named
 * zones the server needs its tables of time zones ({@code mariadb-tzinfo-to-sql}).
 */
public final class MariaDates {
  private MariaDates() {}

  /** Adds the spellings. */
  public static void add(FunctionTable.Builder table) {
    table.add("EXTRACT", MariaDates::extract).add("TRUNC", MariaDates::trunc);
  }

  private static Fragment extract(SqlFunction function, List<Fragment> arguments) {
    Extract extract = (Extract) function;
    Fragment value = arguments.getFirst();
    if (value.type() instanceof FieldType.Span) {
      throw new NotSupportedException(
          "MariaDB keeps a duration as a number, which has no part \""
              + extract.part().text()
              + "\". Read the duration.");
    }
    Fragment local = local(value, extract.zone());
    return Fragment.sql(
        switch (extract.part()) {
          case YEAR, QUARTER, MONTH, DAY, HOUR, MINUTE, SECOND -> extract.part().name() + "({})";
          case ISO_YEAR -> "(YEARWEEK({}, 3) DIV 100)";
          case WEEK -> "WEEK({}, 3)";
          case WEEK_DAY -> "DAYOFWEEK({})";
          case ISO_WEEK_DAY -> "(WEEKDAY({}) + 1)";
        },
        local);
  }

  private static Fragment trunc(SqlFunction function, List<Fragment> arguments) {
    Trunc trunc = (Trunc) function;
    Fragment value = arguments.getFirst();
    FieldType target =
        trunc.target() == null ? Objects.requireNonNull(value.type()) : trunc.target();
    Fragment local = local(value, trunc.zone());
    if (trunc.part() != null) {
      local = cut(local, trunc.part(), value.type() instanceof FieldType.Time);
    }
    return switch (target) {
      case FieldType.Date t -> Fragment.sql("DATE({})", local);
      case FieldType.Time t -> Fragment.sql("TIME({})", local);
      case FieldType.Timestamp t when trunc.part() != null || value.type() != target ->
          Fragment.sql("CONVERT_TZ({}, " + zone(trunc.zone()) + ", '+00:00')", local);
      default -> local;
    };
  }

  private static Fragment cut(Fragment local, DatePart part, boolean time) {
    if (time) {
      return Fragment.sql("TIME(DATE_FORMAT({}, '" + clock(part) + "'))", local);
    }
    return switch (part) {
      case YEAR -> Fragment.sql("CAST(DATE_FORMAT({}, '%Y-01-01') AS DATETIME(6))", local);
      case MONTH -> Fragment.sql("CAST(DATE_FORMAT({}, '%Y-%m-01') AS DATETIME(6))", local);
      case QUARTER ->
          Fragment.sql(
              "CAST(MAKEDATE(YEAR({}), 1) + INTERVAL QUARTER({}) * 3 - 3 MONTH AS DATETIME(6))",
              local,
              local);
      case WEEK ->
          Fragment.sql("CAST(DATE({}) - INTERVAL WEEKDAY({}) DAY AS DATETIME(6))", local, local);
      case HOUR, MINUTE, SECOND ->
          Fragment.sql(
              "CAST(DATE_FORMAT({}, '%Y-%m-%d " + clock(part) + "') AS DATETIME(6))", local);
      default -> Fragment.sql("CAST(DATE({}) AS DATETIME(6))", local);
    };
  }

  private static String clock(DatePart part) {
    return switch (part) {
      case HOUR -> "%H:00:00";
      case MINUTE -> "%H:%i:00";
      default -> "%H:%i:%s";
    };
  }

  private static Fragment local(Fragment value, @Nullable ZoneId zone) {
    String name = zone(zone);
    return value.type() instanceof FieldType.Timestamp && !name.equals("'+00:00'")
        ? Fragment.sql("CONVERT_TZ({}, '+00:00', " + name + ")", value)
        : value;
  }

  /** A zone is a {@code ZoneId}, whose names hold no quotation marks. */
  private static String zone(@Nullable ZoneId zone) {
    ZoneId plain = zone == null ? ZoneOffset.UTC : zone.normalized();
    return plain.equals(ZoneOffset.UTC) ? "'+00:00'" : "'" + plain.getId() + "'";
  }
}
