package io.quintet.orm.internal.dialect.mariadb;

import io.quintet.orm.internal.dialect.TextLookups;
import io.quintet.orm.internal.functions.Types;
import io.quintet.orm.internal.sql.Fragment;
import io.quintet.orm.meta.FieldType;

/** Comparisons of text: columns have a binary collation, so that LIKE regards case. */
public final class MariaLookups extends TextLookups {
  @Override
  protected Fragment asText(Fragment value) {
    return Types.isText(value.type()) || value.type() instanceof FieldType.IpAddress
        ? value
        : Fragment.sql("CAST({} AS CHAR)", value);
  }

  @Override
  protected Fragment like(Fragment left, Fragment pattern, boolean ignoringCase) {
    return Fragment.sql(
        ignoringCase
            ? "UPPER({}) LIKE UPPER({}) ESCAPE '\\'"
            : "BINARY {} LIKE BINARY {} ESCAPE '\\'",
        left,
        pattern);
  }

  @Override
  protected Fragment regex(Fragment left, Fragment pattern, boolean ignoringCase) {
    String flag = ignoringCase ? "(?i)" : "(?-i)";
    return Fragment.sql(
        "({} COLLATE utf8mb4_nopad_bin) REGEXP CONCAT('" + flag + "', {})", left, pattern);
  }
}
