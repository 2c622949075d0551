package io.quintet.orm.internal.dialect.postgresql;

import io.quintet.orm.expr.SqlFunction;
import io.quintet.orm.internal.dialect.FunctionTable;
import io.quintet.orm.internal.functions.Extract;
import io.quintet.orm.internal.functions.Trunc;
import io.quintet.orm.internal.sql.Fragment;
import io.quintet.orm.meta.FieldType;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Parts of dates and times, and dates and times cut to a part. */
public final class PostgresDates {
  private PostgresDates() {}

  /** Adds the spellings. */
  public static void add(FunctionTable.Builder table) {
    table.add("EXTRACT", PostgresDates::extract).add("TRUNC", PostgresDates::trunc);
  }

  private static Fragment extract(SqlFunction function, List<Fragment> arguments) {
    Extract extract = (Extract) function;
    Fragment local = local(arguments.getFirst(), extract.zone());
    String template =
        switch (extract.part()) {
          case YEAR, QUARTER, MONTH, WEEK, DAY, HOUR, MINUTE ->
              "EXTRACT(" + extract.part().name() + " FROM {})::integer";
          case ISO_YEAR -> "EXTRACT(ISOYEAR FROM {})::integer";
          case WEEK_DAY -> "(EXTRACT(DOW FROM {})::integer + 1)";
          case ISO_WEEK_DAY -> "EXTRACT(ISODOW FROM {})::integer";
          case SECOND -> "TRUNC(EXTRACT(SECOND FROM {}))::integer";
        };
    return Fragment.sql(template, local);
  }

  private static Fragment trunc(SqlFunction function, List<Fragment> arguments) {
    Trunc trunc = (Trunc) function;
    Fragment value = arguments.getFirst();
    FieldType target =
        trunc.target() == null ? Objects.requireNonNull(value.type()) : trunc.target();
    Fragment local = local(value, trunc.zone());
    if (trunc.part() != null) {
      Fragment source =
          value.type() instanceof FieldType.Date ? Fragment.sql("{}::timestamp", local) : local;
      local = Fragment.sql("DATE_TRUNC('" + trunc.part().text() + "', {})", source);
    }
    return switch (target) {
      case FieldType.Date t -> Fragment.sql("({})::date", local);
      case FieldType.Time t -> Fragment.sql("({})::time", local);
      case FieldType.Timestamp t ->
          Fragment.sql("({} AT TIME ZONE " + zone(trunc.zone()) + ")", local);
      default -> local;
    };
  }

  private static Fragment local(Fragment value, @Nullable ZoneId zone) {
    return value.type() instanceof FieldType.Timestamp
        ? Fragment.sql("({} AT TIME ZONE " + zone(zone) + ")", value)
        : value;
  }

  /** A zone is a {@code ZoneId}, whose names hold no quotation marks. */
  private static String zone(@Nullable ZoneId zone) {
    ZoneId plain = zone == null ? ZoneOffset.UTC : zone.normalized();
    if (plain.equals(ZoneOffset.UTC)) {
      return "'UTC'";
    }
    return plain instanceof ZoneOffset offset
        ? "INTERVAL '" + offset.getTotalSeconds() + " seconds'"
        : "'" + plain.getId() + "'";
  }
}
