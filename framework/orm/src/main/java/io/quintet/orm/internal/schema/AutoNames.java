package io.quintet.orm.internal.schema;

import io.quintet.orm.migrations.ColumnState;
import io.quintet.orm.migrations.ColumnType;
import io.quintet.orm.migrations.ConstraintState;
import io.quintet.orm.migrations.ModelName;
import io.quintet.orm.migrations.ModelState;
import io.quintet.orm.migrations.ProjectState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The names in the database that follow from tables and columns, and so must move when those are
 * renamed.
 */
final class AutoNames {
  enum Kind {
    CONSTRAINT,
    INDEX
  }

  /** A name that changed; for an index also the column it covers now. */
  record Move(Kind kind, String table, String from, String to, String column) {}

  private record Entry(Kind kind, String name, String column) {}

  private AutoNames() {}

  /**
   * What to rename when one state becomes another of the same shape, in which one model may have a
   * new name.
   */
  static List<Move> moves(ProjectState before, ProjectState after, ModelName from, ModelName to) {
    List<Move> moves = new ArrayList<>();
    for (ModelState[] pair : pairs(before, after, from, to)) {
      Map<String, Entry> old = of(pair[0], before);
      of(pair[1], after)
          .forEach((key, entry) -> {
            Entry was = old.get(key);
            if (was != null && !was.name.equals(entry.name)) {
              moves.add(new Move(entry.kind, pair[1].table(), was.name, entry.name, entry.column));
            }
          });
    }
    return moves;
  }

  /** Each managed table before and after, tables of pairs included. */
  static List<ModelState[]> pairs(
      ProjectState before, ProjectState after, ModelName from, ModelName to) {
    List<ModelState[]> pairs = new ArrayList<>();
    for (ModelState old : before.models()) {
      ModelState now = after.model(old.name().equals(from) ? to : old.name());
      if (!old.options().hasTable() || !now.options().hasTable()) {
        continue;
      }
      pairs.add(new ModelState[] {old, now});
      List<ModelState> oldJoins = JoinTables.of(old);
      List<ModelState> nowJoins = JoinTables.of(now);
      for (int i = 0; i < Math.min(oldJoins.size(), nowJoins.size()); i++) {
        pairs.add(new ModelState[] {oldJoins.get(i), nowJoins.get(i)});
      }
    }
    return pairs;
  }

  private static Map<String, Entry> of(ModelState model, ProjectState state) {
    Map<String, Entry> names = new LinkedHashMap<>();
    String table = model.table();
    int i = 0;
    for (ColumnState column : model.columns()) {
      String name = column.column();
      if (column.isPrimaryKey()) {
        names.put("pk", new Entry(Kind.CONSTRAINT, Names.primaryKey(table), name));
      } else if (column.isUnique()) {
        names.put("unique:" + i, new Entry(Kind.CONSTRAINT, Names.columnUnique(table, name), name));
      }
      if (column.isIndexed()) {
        names.put("index:" + i, new Entry(Kind.INDEX, Names.columnIndex(table, name), name));
      }
      if (column.type() instanceof ColumnType.ForeignKey key && key.constraint()) {
        names.put(
            "fk:" + i, new Entry(Kind.CONSTRAINT, foreignKey(table, column, key, state), name));
      }
      i++;
    }
    for (List<String> fields : model.options().uniqueTogether()) {
      names.put(
          "together:" + names.size(),
          new Entry(Kind.CONSTRAINT, Together.constraint(model, fields).name(), ""));
    }
    if (JoinTables.isOne(model)) {
      ConstraintState pair = model.constraints().getFirst();
      names.put("pair", new Entry(Kind.CONSTRAINT, pair.name(), ""));
    }
    return names;
  }

  static String foreignKey(
      String table, ColumnState column, ColumnType.ForeignKey key, ProjectState state) {
    ModelState target = state.model(key.target());
    return Names.foreignKey(table, column.column(), target.table(), target.primaryKey().column());
  }
}
