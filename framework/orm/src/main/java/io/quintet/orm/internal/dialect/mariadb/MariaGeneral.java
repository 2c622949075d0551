package io.quintet.orm.internal.dialect.mariadb;

import io.quintet.orm.NotSupportedException;
import io.quintet.orm.expr.SqlFunction;
import io.quintet.orm.internal.dialect.FunctionTable;
import io.quintet.orm.internal.dialect.Spelling;
import io.quintet.orm.internal.functions.Cast;
import io.quintet.orm.internal.functions.Collate;
import io.quintet.orm.internal.functions.GeneralFunction;
import io.quintet.orm.internal.functions.WindowFunction;
import io.quintet.orm.internal.sql.Fragment;
import io.quintet.orm.meta.FieldType;
import java.util.ArrayList;
import java.util.List;

/** Functions of values of any type, casts and collations. */
public final class MariaGeneral {
  private MariaGeneral() {}

  /** Adds the spellings. */
  public static void add(FunctionTable.Builder table) {
    table
        .add(GeneralFunction.NOW, Spelling.template("UTC_TIMESTAMP(6)"))
        .add(GeneralFunction.JSON_OBJECT, MariaGeneral::jsonObject)
        .add(WindowFunction.LAG, MariaGeneral::neighbour)
        .add(WindowFunction.LEAD, MariaGeneral::neighbour)
        .add("CAST", MariaGeneral::cast)
        .add("COLLATE", MariaGeneral::collate);
  }

  private static Fragment jsonObject(SqlFunction function, List<Fragment> arguments) {
    List<Fragment> typed = new ArrayList<>();
    for (Fragment argument : arguments) {
      typed.add(
          switch (argument.type()) {
            case FieldType.JsonValue t -> Fragment.sql("JSON_EXTRACT({}, '$')", argument);
            case FieldType.Bool t ->
                Fragment.sql("JSON_EXTRACT(IF({}, 'true', 'false'), '$')", argument);
            case null, default -> argument;
          });
    }
    return Fragment.call("JSON_OBJECT", typed);
  }

  private static Fragment neighbour(SqlFunction function, List<Fragment> arguments) {
    if (arguments.size() > 2) {
      throw new NotSupportedException(
          function.name()
              + " with a value for rows that have no such neighbour: MariaDB does not know that. Use coalesce(...), if the column cannot be null.");
    }
    return Fragment.call(function.name(), arguments);
  }

  private static Fragment cast(SqlFunction function, List<Fragment> arguments) {
    String name =
        switch (((Cast) function).target()) {
          case FieldType.Date t -> "DATE";
          case FieldType.Time t -> "TIME(6)";
          case FieldType.DateTime t -> "DATETIME(6)";
          case FieldType.Timestamp t -> "DATETIME(6)";
          case FieldType.Decimal t when t.decimalPlaces() < 0 -> "DECIMAL(65, 30)";
          case FieldType.Decimal t -> "DECIMAL(" + t.maxDigits() + ", " + t.decimalPlaces() + ")";
          case FieldType.Float64 t -> "DOUBLE";
          case FieldType.Bytes t -> "BINARY";
          case FieldType.Bool t -> "SIGNED";
          case FieldType.Identity t -> "SIGNED";
          case FieldType.Int64 t -> "SIGNED";
          case FieldType.Int32 t -> "SIGNED";
          case FieldType.Int16 t -> "SIGNED";
          case FieldType.Span t -> "SIGNED";
          case FieldType.Chars t -> "CHAR(" + t.maxLength() + ")";
          default -> "CHAR";
        };
    return Fragment.sql("CAST({} AS " + name + ")", arguments.getFirst());
  }

  private static Fragment collate(SqlFunction function, List<Fragment> arguments) {
    String name = ((Collate) function).collation();
    return Fragment.sql("({}) COLLATE \"" + name + "\"", arguments.getFirst());
  }
}
