package io.quintet.orm.internal.schema;

import static io.quintet.orm.internal.schema.Literals.quote;

import io.quintet.orm.migrations.ColumnState;
import io.quintet.orm.migrations.ColumnType;
import io.quintet.orm.migrations.ConstraintState;
import io.quintet.orm.migrations.IndexState;
import io.quintet.orm.migrations.ModelState;
import io.quintet.orm.migrations.ProjectState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * How a database spells tables, columns, keys, constraints and indexes. Nothing is run here: {@link
 * SchemaEditor} does.
 */
abstract sealed class TableSql permits SqliteTableSql, PostgresTableSql, MariaTableSql {
  private final Vendor vendor;

  TableSql(Vendor vendor) {
    this.vendor = vendor;
  }

  static TableSql of(Vendor vendor) {
    return switch (vendor) {
      case SQLITE -> new SqliteTableSql();
      case POSTGRESQL -> new PostgresTableSql();
      case MARIADB -> new MariaTableSql();
    };
  }

  final Vendor vendor() {
    return vendor;
  }

  /** A column as it stands between the brackets of {@code CREATE TABLE}. */
  abstract String definition(ModelState model, ColumnState column, ProjectState state);

  /** Whether the database can have this index. */
  boolean canIndex(IndexState index) {
    return true;
  }

  /** Constraints of columns that stand after all columns; none where they stand with the column. */
  List<String> columnConstraints(ModelState model, ProjectState state) {
    return List.of();
  }

  /** What stands behind the parts of a table. */
  String tableOptions() {
    return "";
  }

  /** What stands behind a column in an index that takes only its beginning. */
  String indexPrefix(ColumnState column) {
    return "";
  }

  final String createTable(ModelState model, ProjectState state, String table) {
    return createTable(model, state, table, List.of(), List.of());
  }

  /** With columns and rules that the model does not know. */
  final String createTable(
      ModelState model,
      ProjectState state,
      String table,
      Collection<String> otherColumns,
      List<String> otherRules) {
    List<String> parts = new ArrayList<>();
    for (ColumnState column : model.tableColumns()) {
      parts.add(definition(model, column, state));
    }
    parts.addAll(otherColumns);
    parts.addAll(columnConstraints(model, state));
    for (ConstraintState constraint : Together.constraints(model)) {
      if (!(constraint instanceof ConstraintState.Unique unique && unique.isIndex())) {
        parts.add(constraint(model, constraint));
      }
    }
    parts.addAll(otherRules);
    return "CREATE TABLE " + quote(table) + " (" + String.join(", ", parts) + ")" + tableOptions();
  }

  /**
   * The statements that make the indexes of a table.
   *
   * @param leftOut is told of those that the database cannot have
   */
  final List<String> indexes(ModelState model, Consumer<IndexState> leftOut) {
    List<String> all = new ArrayList<>();
    for (ColumnState column : model.tableColumns()) {
      if (column.isIndexed()) {
        all.add(createColumnIndex(model.table(), column));
      }
    }
    for (IndexState index : model.indexes()) {
      if (canIndex(index)) {
        all.add(createIndex("INDEX", model, index));
      } else {
        leftOut.accept(index);
      }
    }
    for (ConstraintState constraint : Together.constraints(model)) {
      if (constraint instanceof ConstraintState.Unique unique && unique.isIndex()) {
        IndexState index = uniqueIndex(unique);
        if (canIndex(index)) {
          all.add(createIndex("UNIQUE INDEX", model, index));
        } else {
          leftOut.accept(index);
        }
      }
    }
    return all;
  }

  final String createColumnIndex(String table, ColumnState column) {
    String name = column.column();
    return "CREATE INDEX %s ON %s (%s%s)"
        .formatted(
            quote(Names.columnIndex(table, name)), quote(table), quote(name), indexPrefix(column));
  }

  final String constraint(ModelState model, ConstraintState constraint) {
    return "CONSTRAINT "
        + quote(constraint.name())
        + switch (constraint) {
          case ConstraintState.Check check -> " CHECK (" + check.condition() + ")";
          case ConstraintState.Unique unique ->
              " UNIQUE (" + columnList(model, unique.fields(), _ -> "") + ")";
        };
  }

  /** The foreign key clause of a column definition, or nothing. */
  final String references(ColumnState column, ProjectState state) {
    if (column.type() instanceof ColumnType.ForeignKey key && key.constraint()) {
      ModelState target = state.model(key.target());
      return "REFERENCES "
          + quote(target.table())
          + " ("
          + quote(target.primaryKey().column())
          + ")"
          + (vendor == Vendor.MARIADB ? "" : " DEFERRABLE INITIALLY DEFERRED");
    }
    return "";
  }

  /** The clause that makes a column the foreign key that it is, or nothing. */
  final String foreignKey(ModelState model, ColumnState column, ProjectState state) {
    if (column.type() instanceof ColumnType.ForeignKey key && key.constraint()) {
      return "CONSTRAINT "
          + quote(AutoNames.foreignKey(model.table(), column, key, state))
          + " FOREIGN KEY ("
          + quote(column.column())
          + ") "
          + references(column, state);
    }
    return "";
  }

  final String type(ColumnState column, ProjectState state) {
    return SqlTypes.name(vendor, state.storedType(column));
  }

  final String literal(Object value) {
    return Literals.sql(vendor, value);
  }

  static IndexState uniqueIndex(ConstraintState.Unique unique) {
    return new IndexState(unique.name(), unique.fields(), unique.expressions(), unique.condition());
  }

  static IndexState columnIndex(ModelState model, ColumnState column) {
    return new IndexState(
        Names.columnIndex(model.table(), column.column()), List.of(column.name()), null);
  }

  final String createIndex(String kind, ModelState model, IndexState index) {
    String condition = index.condition();
    boolean unique = kind.startsWith("UNIQUE");
    String covers =
        index.expressions().isEmpty()
            ? columnList(model, index.fields(), unique ? _ -> "" : this::indexPrefix)
            : "(" + String.join("), (", index.expressions()) + ")";
    return "CREATE %s %s ON %s (%s)%s"
        .formatted(
            kind,
            quote(index.name()),
            quote(model.table()),
            covers,
            condition == null ? "" : " WHERE " + condition);
  }

  private static String columnList(
      ModelState model, List<String> fields, Function<ColumnState, String> prefix) {
    List<String> columns = new ArrayList<>();
    for (String field : fields) {
      boolean descending = field.startsWith("-");
      ColumnState state = model.column(descending ? field.substring(1) : field);
      String column = state.column();
      columns.add(quote(column) + prefix.apply(state) + (descending ? " DESC" : ""));
    }
    return String.join(", ", columns);
  }
}
