package io.quintet.orm.internal.dialect.postgresql;

import io.quintet.orm.internal.dialect.TextLookups;
import io.quintet.orm.internal.functions.Types;
import io.quintet.orm.internal.sql.Fragment;
import io.quintet.orm.meta.FieldType;
import java.util.List;

/** Comparisons of text: LIKE regards case, upper case folds it. */
public final class PostgresLookups extends TextLookups {
  @Override
  protected Fragment asText(Fragment value) {
    if (Types.isText(value.type())) {
      return value;
    }
    if (value.type() instanceof FieldType.IpAddress) {
      return Fragment.call("HOST", List.of(value));
    }
    return value.type() instanceof FieldType.Timestamp
        ? Fragment.sql("({} AT TIME ZONE 'UTC')::text", value)
        : Fragment.sql("({})::text", value);
  }

  @Override
  protected Fragment like(Fragment left, Fragment pattern, boolean ignoringCase) {
    return Fragment.sql(ignoringCase ? "UPPER({}) LIKE UPPER({})" : "{} LIKE {}", left, pattern);
  }

  @Override
  protected Fragment regex(Fragment left, Fragment pattern, boolean ignoringCase) {
    return Fragment.sql(ignoringCase ? "{} ~* {}" : "{} ~ {}", left, pattern);
  }
}
