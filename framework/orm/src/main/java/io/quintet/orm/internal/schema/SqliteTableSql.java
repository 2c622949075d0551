package io.quintet.orm.internal.schema;

import static io.quintet.orm.internal.schema.Literals.quote;

import io.quintet.orm.migrations.ColumnState;
import io.quintet.orm.migrations.ColumnType;
import io.quintet.orm.migrations.ModelState;
import io.quintet.orm.migrations.ProjectState;

/** How SQLite spells a column. */
final class SqliteTableSql extends TableSql {
  SqliteTableSql() {
    super(Vendor.SQLITE);
  }

  @Override
  String definition(ModelState model, ColumnState column, ProjectState state) {
    StringBuilder sql =
        new StringBuilder(quote(column.column()))
            .append(' ')
            .append(column.isAuto() ? "integer" : type(column, state));
    String byDatabase = column.databaseDefault();
    if (byDatabase != null) {
      sql.append(" DEFAULT (").append(byDatabase).append(")");
    }
    sql.append(column.isNullable() ? " NULL" : " NOT NULL");
    if (column.isPrimaryKey()) {
      sql.append(" PRIMARY KEY").append(column.isAuto() ? " AUTOINCREMENT" : "");
    } else if (column.isUnique()) {
      sql.append(" UNIQUE");
    }
    if (state.storedType(column) == ColumnType.Simple.JSON) {
      String name = quote(column.column());
      sql.append(" CHECK ((JSON_VALID(")
          .append(name)
          .append(") OR ")
          .append(name)
          .append(" IS NULL))");
    }
    String references = references(column, state);
    return sql.append(references.isEmpty() ? "" : " " + references).toString();
  }
}
