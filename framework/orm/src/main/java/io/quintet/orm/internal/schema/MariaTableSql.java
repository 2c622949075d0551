package io.quintet.orm.internal.schema;

import static io.quintet.orm.internal.schema.Literals.quote;

import io.quintet.orm.migrations.ColumnState;
import io.quintet.orm.migrations.ColumnType;
import io.quintet.orm.migrations.IndexState;
import io.quintet.orm.migrations.ModelState;
import io.quintet.orm.migrations.ProjectState;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How MariaDB spells tables and columns. */
final class MariaTableSql extends TableSql {
  private static final String PREFIX = "(255)";
  private static final int LONGEST_INDEXED = 768;

  MariaTableSql() {
    super(Vendor.MARIADB);
  }

  @Override
  String definition(ModelState model, ColumnState column, ProjectState state) {
    return definition(column, state, column.databaseDefault());
  }

  final String definition(ColumnState column, ProjectState state, @Nullable String defaultSql) {
    StringBuilder sql =
        new StringBuilder(quote(column.column())).append(' ').append(type(column, state));
    sql.append(column.isNullable() ? " NULL" : " NOT NULL");
    if (defaultSql != null) {
      sql.append(" DEFAULT ").append(defaultSql);
    }
    if (column.isAuto()) {
      sql.append(" AUTO_INCREMENT");
    }
    return sql.toString();
  }

  @Override
  List<String> columnConstraints(ModelState model, ProjectState state) {
    List<String> parts = new ArrayList<>();
    for (ColumnState column : model.tableColumns()) {
      if (column.isPrimaryKey()) {
        parts.add("PRIMARY KEY (" + quote(column.column()) + ")");
      } else if (column.isUnique()) {
        parts.add(unique(model, column));
      }
      String key = foreignKey(model, column, state);
      if (!key.isEmpty()) {
        parts.add(key);
      }
    }
    return parts;
  }

  /** Texts compare by their code points, as on the other databases. */
  @Override
  String tableOptions() {
    return " ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin";
  }

  /** An index takes 3072 bytes of a row at most, which long text may exceed by itself. */
  @Override
  String indexPrefix(ColumnState column) {
    return switch (column.type()) {
      case ColumnType.Simple simple
          when simple == ColumnType.Simple.TEXT || simple == ColumnType.Simple.BINARY ->
          PREFIX;
      case ColumnType.Varchar(int length) when length > LONGEST_INDEXED -> PREFIX;
      default -> "";
    };
  }

  @Override
  boolean canIndex(IndexState index) {
    return index.condition() == null && index.expressions().isEmpty();
  }

  static String unique(ModelState model, ColumnState column) {
    return "CONSTRAINT "
        + quote(Names.columnUnique(model.table(), column.column()))
        + " UNIQUE ("
        + quote(column.column())
        + ")";
  }
}
