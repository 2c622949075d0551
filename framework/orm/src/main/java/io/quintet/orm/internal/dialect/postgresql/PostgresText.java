package io.quintet.orm.internal.dialect.postgresql;

import io.quintet.orm.expr.SqlFunction;
import io.quintet.orm.internal.dialect.FunctionTable;
import io.quintet.orm.internal.dialect.Spelling;
import io.quintet.orm.internal.functions.TextFunction;
import io.quintet.orm.internal.functions.Types;
import io.quintet.orm.internal.sql.Fragment;
import java.util.ArrayList;
import java.util.List;

/** Functions of text. Lengths and positions are of its type {@code integer}. */
public final class PostgresText {
  private PostgresText() {}

  /** Adds the spellings. */
  public static void add(FunctionTable.Builder table) {
    table
        .add(TextFunction.CONCAT, PostgresText::concat)
        .add(TextFunction.ORD, Spelling.named("ASCII"))
        .add(TextFunction.STR_INDEX, Spelling.named("STRPOS"))
        .add(TextFunction.SHA1, Spelling.template("ENCODE(DIGEST({}, 'sha1'), 'hex')"))
        .add(TextFunction.SHA224, sha("SHA224"))
        .add(TextFunction.SHA256, sha("SHA256"))
        .add(TextFunction.SHA384, sha("SHA384"))
        .add(TextFunction.SHA512, sha("SHA512"))
        .add(TextFunction.CHR, PostgresText::withIntegers)
        .add(TextFunction.SUBSTR, PostgresText::withIntegers)
        .add(TextFunction.LEFT, PostgresText::withIntegers)
        .add(TextFunction.RIGHT, PostgresText::withIntegers)
        .add(TextFunction.LPAD, PostgresText::withIntegers)
        .add(TextFunction.RPAD, PostgresText::withIntegers)
        .add(TextFunction.REPEAT, PostgresText::withIntegers);
  }

  private static Spelling sha(String name) {
    return Spelling.template("ENCODE(" + name + "(CONVERT_TO({}, 'UTF8')), 'hex')");
  }

  private static Fragment concat(SqlFunction function, List<Fragment> arguments) {
    List<Fragment> texts =
        arguments.stream()
            .map(a ->
                Types.isText(a.type())
                    ? Fragment.sql("COALESCE({}, '')", a)
                    : Fragment.sql("COALESCE(({})::text, '')", a))
            .toList();
    Fragment joined = Fragment.joined(texts, " || ");
    return Fragment.sql("({})", joined);
  }

  private static Fragment withIntegers(SqlFunction function, List<Fragment> arguments) {
    List<Fragment> cast = new ArrayList<>();
    for (Fragment argument : arguments) {
      cast.add(Types.isWhole(argument.type()) ? Fragment.sql("({})::integer", argument) : argument);
    }
    return Fragment.call(function.name(), cast);
  }
}
