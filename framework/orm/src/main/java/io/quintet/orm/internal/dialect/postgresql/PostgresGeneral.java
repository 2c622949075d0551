package io.quintet.orm.internal.dialect.postgresql;

import io.quintet.orm.expr.SqlFunction;
import io.quintet.orm.internal.dialect.FunctionTable;
import io.quintet.orm.internal.dialect.Spelling;
import io.quintet.orm.internal.functions.Cast;
import io.quintet.orm.internal.functions.Collate;
import io.quintet.orm.internal.functions.GeneralFunction;
import io.quintet.orm.internal.functions.Types;
import io.quintet.orm.internal.sql.Fragment;
import io.quintet.orm.meta.FieldType;
import java.util.ArrayList;
import java.util.List;

/** Functions of values of any type, casts and collations. */
public final class PostgresGeneral {
  private PostgresGeneral() {}

  /** Adds the spellings. */
  public static void add(FunctionTable.Builder table) {
    table
        .add(GeneralFunction.NOW, Spelling.template("STATEMENT_TIMESTAMP()"))
        .add(GeneralFunction.JSON_OBJECT, PostgresGeneral::jsonObject)
        .add("CAST", PostgresGeneral::cast)
        .add("COLLATE", PostgresGeneral::collate);
  }

  private static Fragment jsonObject(SqlFunction function, List<Fragment> arguments) {
    List<Fragment> typed = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      Fragment argument = arguments.get(i);
      boolean text = i % 2 == 0 || (argument.literal() && Types.isText(argument.type()));
      typed.add(text ? Fragment.sql("({})::text", argument) : argument);
    }
    return Fragment.call("JSONB_BUILD_OBJECT", typed);
  }

  /** Moments become dates, times and texts in UTC, whatever the time zone of the session is. */
  private static Fragment cast(SqlFunction function, List<Fragment> arguments) {
    Fragment value = arguments.getFirst();
    FieldType target = ((Cast) function).target();
    String name = PostgresTypes.name(target);
    if (value.type() instanceof FieldType.Timestamp && !(target instanceof FieldType.Timestamp)) {
      String zone =
          Types.isText(target)
              ? "(({} AT TIME ZONE 'UTC')::text || '+00')"
              : "({} AT TIME ZONE 'UTC')";
      return Fragment.sql(zone + "::" + name, value);
    }
    boolean local =
        value.type() instanceof FieldType.Date || value.type() instanceof FieldType.DateTime;
    return target instanceof FieldType.Timestamp && local
        ? Fragment.sql("(({})::timestamp AT TIME ZONE 'UTC')", value)
        : Fragment.sql("({})::" + name, value);
  }

  private static Fragment collate(SqlFunction function, List<Fragment> arguments) {
    String name = ((Collate) function).collation();
    return Fragment.sql("({}) COLLATE \"" + name + "\"", arguments.getFirst());
  }
}
