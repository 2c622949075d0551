package io.quintet.orm.internal.dialect.sqlite;

import io.quintet.orm.expr.SqlFunction;
import io.quintet.orm.internal.dialect.FunctionTable;
import io.quintet.orm.internal.dialect.Spelling;
import io.quintet.orm.internal.functions.TextFunction;
import io.quintet.orm.internal.sql.Fragment;
import java.util.List;
import java.util.Locale;

/** Functions of text; those that SQLite lacks are added to the connection. */
public final class SqliteText {
  private SqliteText() {}

  /** Adds the spellings. */
  public static void add(FunctionTable.Builder table) {
    table
        .add(TextFunction.CONCAT, SqliteText::concat)
        .add(TextFunction.ORD, Spelling.named("UNICODE"))
        .add(TextFunction.CHR, Spelling.named("CHAR"))
        .add(TextFunction.STR_INDEX, Spelling.named("INSTR"))
        .add(TextFunction.LEFT, Spelling.template("SUBSTR({}, 1, {})"))
        .add(
            TextFunction.RIGHT,
            (function, a) -> Fragment.sql("SUBSTR({}, -({}), {})", a.get(0), a.get(1), a.get(1)));
    for (TextFunction added : SqliteTextFunctions.NAMES) {
      table.add(added, Spelling.named(name(added)));
    }
  }

  static String name(TextFunction function) {
    return "quintet_" + function.name().toLowerCase(Locale.ROOT);
  }

  private static Fragment concat(SqlFunction function, List<Fragment> arguments) {
    List<Fragment> texts =
        arguments.stream().map(a -> Fragment.sql("COALESCE({}, '')", a)).toList();
    return Fragment.sql("({})", Fragment.joined(texts, " || "));
  }
}
