package io.quintet.orm.internal.dialect.sqlite;

import io.quintet.orm.NotSupportedException;
import io.quintet.orm.expr.SqlFunction;
import io.quintet.orm.internal.dialect.FunctionTable;
import io.quintet.orm.internal.functions.Extract;
import io.quintet.orm.internal.functions.Trunc;
import io.quintet.orm.internal.sql.Fragment;
import io.quintet.orm.meta.FieldType;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Parts of dates and times, and dates and times cut to a part, by functions of the connection. */
public final class SqliteDates {
  private SqliteDates() {}

  /** Adds the spellings. */
  public static void add(FunctionTable.Builder table) {
    table.add("EXTRACT", SqliteDates::extract).add("TRUNC", SqliteDates::trunc);
  }

  private static Fragment extract(SqlFunction function, List<Fragment> arguments) {
    Extract extract = (Extract) function;
    Fragment value = arguments.getFirst();
    if (value.type() instanceof FieldType.Span) {
      throw new NotSupportedException(
          "SQLite keeps a duration as a number, which has no part \""
              + extract.part().text()
              + "\". Read the duration.");
    }
    String zone = zone(value, extract.zone());
    return Fragment.sql(
        "quintet_extract('" + extract.part().name() + "', {}, '" + zone + "')", value);
  }

  private static Fragment trunc(SqlFunction function, List<Fragment> arguments) {
    Trunc trunc = (Trunc) function;
    Fragment value = arguments.getFirst();
    FieldType target =
        trunc.target() == null ? Objects.requireNonNull(value.type()) : trunc.target();
    String part = trunc.part() == null ? "" : trunc.part().name();
    return Fragment.sql(
        "quintet_trunc('"
            + part
            + "', {}, '"
            + zone(value, trunc.zone())
            + "', '"
            + target.getClass().getSimpleName()
            + "')",
        value);
  }

  /** The zone of a moment, whose name holds no quotation marks; of other values none. */
  private static String zone(Fragment value, @Nullable ZoneId zone) {
    return value.type() instanceof FieldType.Timestamp && zone != null ? zone.getId() : "UTC";
  }
}
