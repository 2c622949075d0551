package io.quintet.orm.internal.schema;

import static io.quintet.orm.internal.schema.Literals.quote;

import io.quintet.orm.migrations.ColumnState;
import io.quintet.orm.migrations.ColumnType;
import io.quintet.orm.migrations.ConstraintState;
import io.quintet.orm.migrations.IndexState;
import io.quintet.orm.migrations.ModelName;
import io.quintet.orm.migrations.ModelState;
import io.quintet.orm.migrations.ProjectState;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * MariaDB: a column is defined anew where anything of it changes; unique constraints are indexes;
 * foreign keys are checked at once. Conditions and expressions of indexes do not exist there, so
 * such indexes and unique constraints are left out with a remark.
 */
final class MariaEditor extends SchemaEditor {
  private static final String PREFIX = "(255)";
  private static final int LONGEST_INDEXED = 768;

  MariaEditor(SqlRunner runner) {
    super(Vendor.MARIADB, runner);
  }

  @Override
  String definition(ModelState model, ColumnState column, ProjectState state) {
    return definition(column, state, column.databaseDefault());
  }

  private String definition(ColumnState column, ProjectState state, @Nullable String defaultSql) {
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
        parts.add(uniqueSql(model, column));
      }
      String key = foreignKeySql(model, column, state);
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
  void addColumn(
      ModelState before,
      ModelState after,
      ProjectState state,
      ColumnState column,
      @Nullable Object existingRows) {
    String fill = fill(column, existingRows);
    List<String> changes = new ArrayList<>();
    changes.add("ADD COLUMN " + definition(column, state, fill));
    if (column.isPrimaryKey()) {
      changes.add("ADD PRIMARY KEY (" + quote(column.column()) + ")");
    } else if (column.isUnique()) {
      changes.add("ADD " + uniqueSql(after, column));
    }
    String key = foreignKeySql(after, column, state);
    if (!key.isEmpty()) {
      changes.add("ADD " + key);
    }
    alter(after, String.join(", ", changes));
    if (!Objects.equals(fill, column.databaseDefault())) {
      modify(after, column, state);
    }
    if (column.isIndexed()) {
      run(createColumnIndex(after.table(), column));
    }
  }

  @Override
  void dropColumn(ModelState before, ModelState after, ProjectState state, ColumnState column) {
    if (column.type() instanceof ColumnType.ForeignKey key && key.constraint()) {
      dropForeignKey(before, column, AutoNames.foreignKey(before.table(), column, key, state));
    }
    alter(before, "DROP COLUMN " + quote(column.column()));
  }

  @Override
  void alterColumn(
      ProjectState before,
      ProjectState after,
      ModelName name,
      ColumnState from,
      ColumnState to,
      @Nullable Object existingRows) {
    ModelState old = before.model(name);
    ModelState now = after.model(name);
    List<Referring> referring =
        from.isPrimaryKey() && !type(from, before).equals(type(to, after))
            ? referring(before, after, name)
            : List.of();
    referring.forEach(ref -> ref.drop(this, before));
    String oldKey = foreignKeySql(old, from, before);
    String newKey = foreignKeySql(now, to, after);
    boolean keyStays = oldKey.equals(newKey) && from.equals(to);
    if (!oldKey.isEmpty() && !keyStays) {
      dropKey(old, from, before);
    }
    List<String> shortened = shortened(old, from, to);
    shortened.forEach(index -> dropIndex(old, index));
    dropWhatGoes(old, from, to);
    renameColumn(now.table(), from.column(), to.column());
    if (from.isNullable() && !to.isNullable()) {
      fillNulls(now, to, existingRows);
    }
    modify(now, to, after);
    addWhatComes(now, from, to);
    shortened.forEach(index -> run(createIndex(now, now.index(index))));
    if (!newKey.isEmpty() && !keyStays) {
      alter(now, "ADD " + newKey);
    }
    referring.forEach(ref -> ref.restore(this, after));
  }

  /** The indexes that take another part of the column than before. */
  private List<String> shortened(ModelState model, ColumnState from, ColumnState to) {
    return samePrefix(from, to)
        ? List.of()
        : model.indexes().stream()
            .filter(this::canIndex)
            .filter(index ->
                index.fields().contains(from.name()) || index.fields().contains("-" + from.name()))
            .map(IndexState::name)
            .toList();
  }

  private boolean samePrefix(ColumnState from, ColumnState to) {
    return indexPrefix(from).equals(indexPrefix(to));
  }

  private void fillNulls(ModelState model, ColumnState to, @Nullable Object existingRows) {
    String fill = existingRows == null ? to.databaseDefault() : literal(existingRows);
    if (fill != null) {
      run(
          "UPDATE %s SET %s = %s WHERE %2$s IS NULL"
              .formatted(quote(model.table()), quote(to.column()), fill));
    }
  }

  private void dropWhatGoes(ModelState model, ColumnState from, ColumnState to) {
    boolean moved = !from.column().equals(to.column());
    if (from.isPrimaryKey() && !to.isPrimaryKey()) {
      alter(model, "DROP PRIMARY KEY");
    }
    if (hasUnique(from) && (moved || !hasUnique(to))) {
      String usual = Names.columnUnique(model.table(), from.column());
      dropIndex(model, actual().unique(model.table(), List.of(from.column()), usual));
    }
    if (from.isIndexed() && (moved || !to.isIndexed() || !samePrefix(from, to))) {
      String usual = Names.columnIndex(model.table(), from.column());
      dropIndex(model, actual().index(model.table(), from.column(), usual));
    }
  }

  private void addWhatComes(ModelState model, ColumnState from, ColumnState to) {
    boolean moved = !from.column().equals(to.column());
    if (to.isPrimaryKey() && !from.isPrimaryKey()) {
      alter(model, "ADD PRIMARY KEY (" + quote(to.column()) + ")");
    }
    if (hasUnique(to) && (moved || !hasUnique(from))) {
      alter(model, "ADD " + uniqueSql(model, to));
    }
    if (to.isIndexed() && (moved || !from.isIndexed() || !samePrefix(from, to))) {
      run(createColumnIndex(model.table(), to));
    }
  }

  private void modify(ModelState model, ColumnState column, ProjectState state) {
    alter(model, "MODIFY COLUMN " + definition(column, state, column.databaseDefault()));
  }

  @Override
  void constrain(
      ModelState before, ModelState after, ProjectState state, ConstraintState constraint) {
    alter(after, "ADD " + constraintSql(after, constraint));
  }

  @Override
  void release(
      ModelState before, ModelState after, ProjectState state, ConstraintState constraint) {
    switch (constraint) {
      case ConstraintState.Check check -> alter(before, "DROP CONSTRAINT " + quote(check.name()));
      case ConstraintState.Unique unique -> dropUnique(before, state, unique);
    }
  }

  /** The index of a unique constraint may be what a foreign key leans on. */
  private void dropUnique(ModelState model, ProjectState state, ConstraintState.Unique constraint) {
    for (ColumnState column : model.tableColumns()) {
      boolean leans =
          !column.isIndexed()
              && column.type() instanceof ColumnType.ForeignKey key
              && key.constraint()
              && constraint.fields().getFirst().equals(column.name());
      if (leans) {
        String index = quote(Names.columnIndex(model.table(), column.column()));
        alter(model, "ADD INDEX IF NOT EXISTS " + index + " (" + quote(column.column()) + ")");
      }
    }
    dropIndex(model, constraint.name());
  }

  @Override
  void reconstrain(
      ModelState before,
      ModelState after,
      ProjectState state,
      List<ConstraintState> ended,
      List<ConstraintState> begun) {
    begun.forEach(constraint -> constrain(before, after, state, constraint));
    ended.forEach(constraint -> release(after, after, state, constraint));
  }

  @Override
  void setComment(ModelState model) {
    String text = model.options().comment();
    alter(model, "COMMENT = " + literal(text == null ? "" : text));
  }

  @Override
  void moveIndex(ModelState model, IndexState from, String to) {
    if (canIndex(from)) {
      renameIndex(model.table(), from.name(), to);
    }
  }

  @Override
  void dropTable(ModelState model) {
    run("DROP TABLE " + quote(model.table()) + " CASCADE");
  }

  @Override
  void dropIndex(ModelState model, String name) {
    run("DROP INDEX " + quote(name) + " ON " + quote(model.table()));
  }

  @Override
  boolean canIndex(IndexState index) {
    return index.condition() == null && index.expressions().isEmpty();
  }

  @Override
  void moveName(AutoNames.Move move) {
    switch (move.kind()) {
      case INDEX -> renameIndex(move.table(), move.from(), move.to());
      case CONSTRAINT -> moveConstraint(move);
    }
  }

  @Override
  boolean isThere(AutoNames.Move move) {
    return exists(
        ("SELECT 1 FROM information_schema.statistics WHERE table_schema = DATABASE()"
                + " AND table_name = %1$s AND index_name = %2$s UNION ALL"
                + " SELECT 1 FROM information_schema.referential_constraints"
                + " WHERE constraint_schema = DATABASE() AND table_name = %1$s AND constraint_name = %2$s")
            .formatted(literal(move.table()), literal(move.from())));
  }

  /** Unique constraints are indexes, primary keys have no name, foreign keys are made anew. */
  private void moveConstraint(AutoNames.Move move) {
    if (move.from().equals(Names.primaryKey(move.table())) || move.from().endsWith("_pkey")) {
      return;
    }
    List<List<String>> key =
        runner()
            .ask(
                "SELECT column_name, referenced_table_name, referenced_column_name"
                    + " FROM information_schema.key_column_usage WHERE table_schema = DATABASE()"
                    + " AND table_name = %s AND constraint_name = %s AND referenced_table_name IS NOT NULL"
                        .formatted(literal(move.table()), literal(move.from())));
    if (key.isEmpty()) {
      renameIndex(move.table(), move.from(), move.to());
      return;
    }
    List<String> found = key.getFirst();
    run(
        "ALTER TABLE %s DROP FOREIGN KEY %s, ADD CONSTRAINT %s FOREIGN KEY (%s) REFERENCES %s (%s)"
            .formatted(
                quote(move.table()),
                quote(move.from()),
                quote(move.to()),
                quote(found.get(0)),
                quote(found.get(1)),
                quote(found.get(2))));
  }

  private void renameIndex(String table, String from, String to) {
    run("ALTER TABLE %s RENAME INDEX %s TO %s".formatted(quote(table), quote(from), quote(to)));
  }

  /** A column that points to a key whose type changes. */
  private record Referring(ModelState old, ModelState now, ColumnState was, ColumnState column) {
    void drop(MariaEditor editor, ProjectState before) {
      editor.dropKey(old, was, before);
    }

    void restore(MariaEditor editor, ProjectState after) {
      editor.modify(now, column, after);
      String key = editor.foreignKeySql(now, column, after);
      if (!key.isEmpty()) {
        editor.alter(now, "ADD " + key);
      }
    }
  }

  private static List<Referring> referring(
      ProjectState before, ProjectState after, ModelName target) {
    List<Referring> all = new ArrayList<>();
    for (ModelState[] pair : AutoNames.pairs(before, after, target, target)) {
      for (ColumnState column : pair[1].tableColumns()) {
        if (column.type() instanceof ColumnType.ForeignKey key && key.target().equals(target)) {
          ColumnState was = pair[0].column(column.name());
          all.add(new Referring(pair[0], pair[1], was, column));
        }
      }
    }
    return all;
  }

  private void dropKey(ModelState model, ColumnState column, ProjectState state) {
    if (column.type() instanceof ColumnType.ForeignKey key && key.constraint()) {
      dropForeignKey(model, column, AutoNames.foreignKey(model.table(), column, key, state));
    }
  }

  private void dropForeignKey(ModelState model, ColumnState column, String usual) {
    String name = actual().foreignKey(model.table(), column.column(), usual);
    alter(model, "DROP FOREIGN KEY " + quote(name));
  }

  private static boolean hasUnique(ColumnState column) {
    return column.isUnique() && !column.isPrimaryKey();
  }

  private static String uniqueSql(ModelState model, ColumnState column) {
    return "CONSTRAINT "
        + quote(Names.columnUnique(model.table(), column.column()))
        + " UNIQUE ("
        + quote(column.column())
        + ")";
  }

  private String foreignKeySql(ModelState model, ColumnState column, ProjectState state) {
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

  private void alter(ModelState model, String change) {
    run("ALTER TABLE " + quote(model.table()) + " " + change);
  }
}
