package io.quintet.orm.internal.dialect.mariadb;

import io.quintet.orm.internal.dialect.FunctionTable;
import io.quintet.orm.internal.dialect.Spelling;
import io.quintet.orm.internal.functions.TextFunction;
import io.quintet.orm.internal.sql.Fragment;
import java.util.List;

/** Functions of text. */
public final class MariaText {
  private MariaText() {}

  /** Adds the spellings. */
  public static void add(FunctionTable.Builder table) {
    table
        .add(TextFunction.LENGTH, Spelling.named("CHAR_LENGTH"))
        .add(
            TextFunction.ORD,
            Spelling.template("CONV(HEX(CONVERT(LEFT({}, 1) USING utf32)), 16, 10)"))
        .add(TextFunction.CHR, Spelling.template("CHAR({} USING utf32)"))
        .add(TextFunction.STR_INDEX, Spelling.named("INSTR"))
        .add(TextFunction.SHA224, sha("224"))
        .add(TextFunction.SHA256, sha("256"))
        .add(TextFunction.SHA384, sha("384"))
        .add(TextFunction.SHA512, sha("512"))
        .add(TextFunction.CONCAT, (function, arguments) -> concat(arguments));
  }

  private static Spelling sha(String bits) {
    return Spelling.template("SHA2({}, " + bits + ")");
  }

  private static Fragment concat(List<Fragment> arguments) {
    return Fragment.call(
        "CONCAT", arguments.stream().map(a -> Fragment.sql("COALESCE({}, '')", a)).toList());
  }
}
