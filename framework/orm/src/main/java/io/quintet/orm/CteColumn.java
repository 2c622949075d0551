package io.quintet.orm;

import io.quintet.orm.expr.SqlFunction;
import io.quintet.orm.expr.SqlPart;
import io.quintet.orm.internal.sql.CteSource;
import io.quintet.orm.internal.sql.Fragment;
import io.quintet.orm.meta.FieldType;
import java.util.List;

/** A column of a common table expression. */
record CteColumn(CteSource source, int position, FieldType type) implements SqlFunction {
  @Override
  public String name() {
    return source.columns().get(position);
  }

  @Override
  public FieldType type(List<SqlPart> arguments) {
    return type;
  }

  @Override
  public SqlPart sql(List<SqlPart> arguments, String dialect) {
    return Fragment.sql(source.table() + "." + CteSource.column(position)).nullable(true);
  }
}
