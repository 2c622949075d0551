package io.quintet.orm.internal.schema;

import static io.quintet.orm.internal.schema.Literals.quote;

import io.quintet.orm.migrations.ColumnState;
import io.quintet.orm.migrations.ColumnType;
import io.quintet.orm.migrations.IndexState;
import io.quintet.orm.migrations.MigrationException;
import io.quintet.orm.migrations.ModelState;
import io.quintet.orm.migrations.ProjectState;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * MariaDB without holding up others: a change of a large table says what it may take, so that the
 * server refuses where it would copy all rows while nobody can write.
 */
final class SafeMariaEditor extends MariaEditor {
  /** The algorithm or the lock that was demanded does not do for the change. */
  private static final Set<Integer> REFUSED = Set.of(1845, 1846);

  private final TableSizes sizes;
  private final DatabaseVersion version;

  SafeMariaEditor(SqlRunner runner) {
    super(runner);
    this.sizes = new TableSizes(Vendor.MARIADB, runner);
    this.version = DatabaseVersion.ofMariaDb(runner);
  }

  private boolean isLarge(ModelState model) {
    return sizes.isLarge(model.table());
  }

  private TwoSteps copies() {
    return new TwoSteps(
        "copies the whole table while nobody can write to it"
            + (version.isAtLeast(11, 2) ? "" : " (MariaDB can write meanwhile from 11.2 on)"));
  }

  @Override
  void alter(ModelState model, String change, MariaAlgorithm algorithm) {
    if (!isLarge(model)) {
      super.alter(model, change, algorithm);
    } else if (algorithm.isOnline(version)) {
      demand(
          model.table(), change, "ALTER TABLE " + quote(model.table()) + " " + change, algorithm);
    } else {
      throw copies().other(model.table(), change);
    }
  }

  private void demand(String table, String change, String statement, MariaAlgorithm algorithm) {
    try {
      run(statement + algorithm.clause());
    } catch (MigrationException e) {
      if (e.getCause() instanceof SQLException cause && REFUSED.contains(cause.getErrorCode())) {
        MigrationException plan = copies().other(table, change);
        plan.initCause(e);
        throw plan;
      }
      throw e;
    }
  }

  @Override
  void redefine(
      ModelState model, ColumnState from, ColumnState to, ProjectState before, ProjectState after) {
    MariaAlgorithm algorithm = sql().algorithm(from, to, before, after);
    if (isLarge(model) && !algorithm.isOnline(version)) {
      throw copies().otherType(model.table(), to.column(), type(from, before), type(to, after));
    }
    super.redefine(model, from, to, before, after);
  }

  @Override
  void addColumn(
      ModelState before,
      ModelState after,
      ProjectState state,
      ColumnState column,
      @Nullable Object existingRows) {
    if (!isLarge(after) || column.isPrimaryKey()) {
      super.addColumn(before, after, state, column, existingRows);
      return;
    }
    String fill = fill(column, existingRows);
    boolean online = MariaAlgorithm.COPY.isOnline(version);
    boolean ofItsOwn = fill != null && MariaTableSql.isComputedPerRow(fill);
    if (ofItsOwn && !online) {
      throw copies().valueOfItsOwn(after.table(), column.column());
    }
    alter(
        after,
        "ADD COLUMN " + sql().definition(column, state, fill, MariaAttributes.NONE),
        ofItsOwn ? MariaAlgorithm.COPY : MariaAlgorithm.INSTANT);
    if (!Objects.equals(fill, column.databaseDefault())) {
      redefine(after, column, column, state, state);
    }
    if (column.isUnique()) {
      alter(after, "ADD " + MariaTableSql.unique(after, column), MariaAlgorithm.NOCOPY);
    }
    if (column.isIndexed()) {
      makeColumnIndex(after, column);
    }
    if (!sql().foreignKey(after, column, state).isEmpty()) {
      makeForeignKey(after, column, state);
    }
  }

  @Override
  void fillNulls(ModelState model, ColumnState column, String fill) {
    if (isLarge(model)) {
      runner().fill(BatchedFill.of(model, column, fill));
    } else {
      super.fillNulls(model, column, fill);
    }
  }

  @Override
  void makeIndex(ModelState model, String kind, IndexState index) {
    if (isLarge(model)) {
      run(sql().createIndex(kind, model, index) + MariaAlgorithm.NOCOPY.indexClause());
    } else {
      super.makeIndex(model, kind, index);
    }
  }

  @Override
  void makeColumnIndex(ModelState model, ColumnState column) {
    String statement = sql().createColumnIndex(model.table(), column);
    run(isLarge(model) ? statement + MariaAlgorithm.NOCOPY.indexClause() : statement);
  }

  /**
   * The key is made without a look at the rows that exist, which would copy them; it holds from
   * then on. Then the rows are looked at without a lock.
   */
  @Override
  void makeForeignKey(ModelState model, ColumnState column, ProjectState state) {
    if (!isLarge(model) || !(column.type() instanceof ColumnType.ForeignKey key)) {
      super.makeForeignKey(model, column, state);
      return;
    }
    withoutKeyChecks(
        () -> alter(model, "ADD " + sql().foreignKey(model, column, state), MariaAlgorithm.NOCOPY));
    ModelState target = state.model(key.target());
    String broken =
        "SELECT a.%2$s FROM %1$s a LEFT JOIN %3$s b ON b.%4$s = a.%2$s WHERE a.%2$s IS NOT NULL AND b.%4$s IS NULL LIMIT 1"
            .formatted(
                quote(model.table()),
                quote(column.column()),
                quote(target.table()),
                quote(target.primaryKey().column()));
    if (runner().isPlanning()) {
      run(broken);
    } else if (exists(broken)) {
      dropForeignKey(model, column, state);
      throw new MigrationException(
          "Rows of %s point by %s to rows of %s that do not exist, for example to %s. Mend or delete them first."
              .formatted(
                  model.table(),
                  column.column(),
                  target.table(),
                  runner().ask(broken).getFirst().getFirst()));
    }
  }

  /** A key that is there already and only gets another name holds for all rows. */
  @Override
  void moveForeignKey(String table, String statement) {
    if (sizes.isLarge(table)) {
      withoutKeyChecks(() -> demand(table, statement, statement, MariaAlgorithm.NOCOPY));
    } else {
      super.moveForeignKey(table, statement);
    }
  }

  private void withoutKeyChecks(Runnable work) {
    run("SET foreign_key_checks = 0");
    try {
      work.run();
    } catch (RuntimeException e) {
      try {
        run("SET foreign_key_checks = 1");
      } catch (MigrationException lost) {
        e.addSuppressed(lost);
      }
      throw e;
    }
    run("SET foreign_key_checks = 1");
  }
}
