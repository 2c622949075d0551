package io.quintet.orm.internal.dialect.sqlite;

import io.quintet.orm.expr.SqlFunction;
import io.quintet.orm.internal.dialect.FunctionTable;
import io.quintet.orm.internal.dialect.Spelling;
import io.quintet.orm.internal.functions.Cast;
import io.quintet.orm.internal.functions.Collate;
import io.quintet.orm.internal.functions.GeneralFunction;
import io.quintet.orm.internal.sql.Fragment;
import io.quintet.orm.meta.FieldType;
import java.util.ArrayList;
import java.util.List;

/** Functions of values of any type, casts and collations. */
public final class SqliteGeneral {
  private SqliteGeneral() {}

  /** Adds the spellings. */
  public static void add(FunctionTable.Builder table) {
    table
        .add(GeneralFunction.GREATEST, Spelling.named("MAX"))
        .add(GeneralFunction.LEAST, Spelling.named("MIN"))
        .add(GeneralFunction.NOW, Spelling.template("STRFTIME('%Y-%m-%d %H:%M:%f', 'now')"))
        .add(GeneralFunction.JSON_OBJECT, SqliteGeneral::jsonObject)
        .add("CAST", SqliteGeneral::cast)
        .add("COLLATE", SqliteGeneral::collate);
  }

  private static Fragment jsonObject(SqlFunction function, List<Fragment> arguments) {
    List<Fragment> typed = new ArrayList<>();
    for (Fragment argument : arguments) {
      typed.add(
          switch (argument.type()) {
            case FieldType.JsonValue t -> Fragment.sql("JSON({})", argument);
            case FieldType.Bool t ->
                Fragment.sql(
                    "JSON(CASE WHEN {} THEN 'true' WHEN NOT {} THEN 'false' END)",
                    argument,
                    argument);
            case null, default -> argument;
          });
    }
    return Fragment.call("JSON_OBJECT", typed);
  }

  private static Fragment cast(SqlFunction function, List<Fragment> arguments) {
    Fragment value = arguments.getFirst();
    return switch (((Cast) function).target()) {
      case FieldType.Date t -> Fragment.sql("DATE({})", value);
      case FieldType.Time t -> Fragment.sql("STRFTIME('%H:%M:%f', {})", value);
      case FieldType.DateTime t -> Fragment.sql("STRFTIME('%Y-%m-%d %H:%M:%f', {})", value);
      case FieldType.Timestamp t -> Fragment.sql("STRFTIME('%Y-%m-%d %H:%M:%f', {})", value);
      case FieldType.Decimal t -> Fragment.sql("CAST({} AS NUMERIC)", value);
      case FieldType.Float64 t -> Fragment.sql("CAST({} AS REAL)", value);
      case FieldType.Bool t -> Fragment.sql("CAST({} AS NUMERIC)", value);
      case FieldType.Bytes t -> Fragment.sql("CAST({} AS BLOB)", value);
      case FieldType.Identity t -> Fragment.sql("CAST({} AS INTEGER)", value);
      case FieldType.Int64 t -> Fragment.sql("CAST({} AS INTEGER)", value);
      case FieldType.Int32 t -> Fragment.sql("CAST({} AS INTEGER)", value);
      case FieldType.Int16 t -> Fragment.sql("CAST({} AS INTEGER)", value);
      case FieldType.Span t -> Fragment.sql("CAST({} AS INTEGER)", value);
      default -> Fragment.sql("CAST({} AS TEXT)", value);
    };
  }

  private static Fragment collate(SqlFunction function, List<Fragment> arguments) {
    String name = ((Collate) function).collation();
    return Fragment.sql("({}) COLLATE \"" + name + "\"", arguments.getFirst());
  }
}
