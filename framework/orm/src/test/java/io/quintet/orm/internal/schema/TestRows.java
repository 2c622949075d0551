package io.quintet.orm.internal.schema;

import io.quintet.orm.migrations.ColumnState;
import io.quintet.orm.migrations.ColumnType;
import io.quintet.orm.migrations.ColumnType.Simple;
import io.quintet.orm.migrations.ManyToManyState;
import io.quintet.orm.migrations.ModelName;
import io.quintet.orm.migrations.ModelState;
import io.quintet.orm.migrations.ProjectState;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A few rows in every table of a state. */
final class TestRows {
  private static final int ROWS = 3;

  private final TestDatabase db;
  private final ProjectState state;

  TestRows(TestDatabase db, ProjectState state) {
    this.db = db;
    this.state = state;
  }

  void insert() {
    switch (db.vendor()) {
      case SQLITE -> db.run("PRAGMA foreign_keys = OFF");
      case POSTGRESQL -> {
        db.run("BEGIN");
        db.run("SET CONSTRAINTS ALL DEFERRED");
      }
      case MARIADB -> db.run("SET foreign_key_checks = 0");
    }
    for (ModelState model : state.models()) {
      insert(alone(model));
      JoinTables.of(model).forEach(this::insert);
    }
    db.run(
        switch (db.vendor()) {
          case SQLITE -> "PRAGMA foreign_keys = ON";
          case POSTGRESQL -> "COMMIT";
          case MARIADB -> "SET foreign_key_checks = 1";
        });
  }

  /** The table of a model by itself, with the place of its rows. */
  private static ModelState alone(ModelState model) {
    ModelState one =
        new ModelState(
            model.name(),
            model.fields(),
            model.indexes(),
            model.constraints(),
            model.options().orderWithRespectTo(null));
    return model.options().orderWithRespectTo() == null
        ? one
        : one.plus(ColumnState.of("_order", Simple.INTEGER));
  }

  private void insert(ModelState table) {
    RowStore store = new RowStore(db.connection(), state.with(table), table);
    for (int i = 1; i <= ROWS; i++) {
      Map<String, @Nullable Object> values = new LinkedHashMap<>();
      for (ColumnState column : table.columns()) {
        boolean empty =
            column.isNullable() && i == ROWS && !(column.type() instanceof ColumnType.ForeignKey);
        values.put(column.name(), empty ? null : value(state.storedType(column), i));
      }
      store.insert(values);
    }
  }

  /** A value of a row, or all pairs of a relation where the row has no key. */
  record Cell(ModelName model, String keyField, String key, String field) {
    boolean isIn(Survivors survivors) {
      return survivors.has(model, field) && survivors.has(model, keyField);
    }
  }

  /** The values of fields that are mandatory and not made by the database, and the pairs. */
  Map<Cell, String> read() {
    Map<Cell, String> rows = new LinkedHashMap<>();
    for (ModelState model : state.models()) {
      ModelState table = alone(model);
      RowStore store = new RowStore(db.connection(), state.with(table), table);
      String key = model.primaryKey().name();
      for (Map<String, @Nullable Object> row : store.after(null, 100)) {
        for (ColumnState column : model.columns()) {
          boolean stays = !column.isNullable() && column.databaseDefault() == null;
          if (stays) {
            rows.put(
                new Cell(model.name(), key, String.valueOf(row.get(key)), column.name()),
                String.valueOf(row.get(column.name())));
          }
        }
      }
      for (ManyToManyState link : model.manyToMany()) {
        if (link.through() == null) {
          ModelState pairs = JoinTables.of(model, link);
          RowStore pairStore = new RowStore(db.connection(), state.with(pairs), pairs);
          rows.put(
              new Cell(model.name(), key, "", link.name()),
              String.valueOf(pairStore.after(null, 100)));
        }
      }
    }
    return rows;
  }

  static Object value(ColumnType type, int i) {
    return switch (type) {
      case ColumnType.Decimal _ -> BigDecimal.valueOf(i);
      case ColumnType.Varchar _ -> String.valueOf(i);
      case Simple simple ->
          switch (simple) {
            case TEXT -> String.valueOf(i);
            case BOOLEAN -> i % 2 == 0;
            case DATE -> LocalDate.of(2024, 2, i);
            case TIMESTAMP -> Instant.parse("2024-02-0" + i + "T10:00:00Z");
            case UUID -> new UUID(7, i);
            case JSON -> "{\"a\": " + i + "}";
            case REAL -> (double) i;
            default -> (long) i;
          };
      case ColumnType.ForeignKey _ -> (long) i;
      case ColumnType.Array(ColumnType element) -> List.of(value(element, i));
    };
  }
}
