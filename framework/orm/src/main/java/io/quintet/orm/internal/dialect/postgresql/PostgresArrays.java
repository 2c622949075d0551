package io.quintet.orm.internal.dialect.postgresql;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** Values of array types. */
public final class PostgresArrays {
  private PostgresArrays() {}

  /** Binds a list; {@code element} is the type of its elements as it is spelled in SQL. */
  public static void bind(PreparedStatement statement, int index, List<?> values, String element)
      throws SQLException {
    Object[] sent = values.stream().map(PostgresArrays::sent).toArray();
    statement.setArray(index, statement.getConnection().createArrayOf(driverName(element), sent));
  }

  private static Object sent(Object value) {
    return value instanceof Instant moment ? moment.atOffset(ZoneOffset.UTC) : value;
  }

  /** The name by which the driver knows a type. */
  private static String driverName(String element) {
    int bracket = element.indexOf('(');
    String name = bracket < 0 ? element : element.substring(0, bracket);
    return switch (name) {
      case "timestamp with time zone" -> "timestamptz";
      case "double precision" -> "float8";
      default -> name;
    };
  }
}
