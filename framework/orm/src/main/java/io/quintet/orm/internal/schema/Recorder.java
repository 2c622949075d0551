package io.quintet.orm.internal.schema;

import io.quintet.orm.migrations.ColumnState;
import io.quintet.orm.migrations.ColumnState.Flag;
import io.quintet.orm.migrations.ColumnType;
import io.quintet.orm.migrations.ColumnType.Simple;
import io.quintet.orm.migrations.ConstraintState;
import io.quintet.orm.migrations.MigrationId;
import io.quintet.orm.migrations.ModelName;
import io.quintet.orm.migrations.ModelOptions;
import io.quintet.orm.migrations.ModelState;
import io.quintet.orm.migrations.ProjectState;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Remembers in the table {@code quintet_migrations} which migrations are applied. */
final class Recorder {
  static final String TABLE = "quintet_migrations";

  private static final ModelState MODEL =
      new ModelState(
          new ModelName("quintet", "Migration"),
          List.of(
              new ColumnState("id", "id", Simple.BIG_AUTO, Set.of(Flag.PRIMARY_KEY), null),
              ColumnState.of("app", new ColumnType.Varchar(255)),
              ColumnState.of("name", new ColumnType.Varchar(255)),
              ColumnState.of("applied", Simple.TIMESTAMP)),
          List.of(),
          List.of(
              new ConstraintState.Unique(
                  "quintet_migrations_app_name_uniq", List.of("app", "name"), null)),
          ModelOptions.USUAL.table(TABLE));

  private final Connection connection;
  private final Vendor vendor;
  private final Clock clock;

  Recorder(Connection connection, Clock clock) throws SQLException {
    this.connection = connection;
    this.vendor = Vendor.of(connection);
    this.clock = clock;
  }

  /** Makes the table if it is not there. */
  void prepare() {
    if (!exists()) {
      SchemaEditor.of(vendor, new SqlRunner.Live(connection)).createModel(MODEL, state());
    }
  }

  /** What is applied and since when, in order of application; empty when there is no table. */
  Map<MigrationId, Instant> applied() {
    Map<MigrationId, Instant> all = new LinkedHashMap<>();
    if (exists()) {
      store()
          .after(null, Integer.MAX_VALUE)
          .forEach(row ->
              all.put(
                  new MigrationId(String.valueOf(row.get("app")), String.valueOf(row.get("name"))),
                  row.get("applied") instanceof Instant moment ? moment : Instant.EPOCH));
    }
    return all;
  }

  /** Whether one is applied. */
  boolean isApplied(MigrationId id) {
    return applied().containsKey(id);
  }

  void add(MigrationId id) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("app", id.app());
    row.put("name", id.name());
    row.put("applied", clock.instant());
    store().insert(row);
  }

  void remove(MigrationId id) {
    for (Map<String, @Nullable Object> row : store().where("app", id.app())) {
      if (id.name().equals(row.get("name"))) {
        store().delete(row.get("id"));
      }
    }
  }

  private boolean exists() {
    return !new SqlRunner.Live(connection).ask(existsSql(vendor, TABLE)).isEmpty();
  }

  /** Finds one row when a table exists. */
  static String existsSql(Vendor vendor, String table) {
    return switch (vendor) {
      case SQLITE -> "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = '" + table + "'";
      case POSTGRESQL -> "SELECT 1 WHERE to_regclass('" + table + "') IS NOT NULL";
    };
  }

  private RowStore store() {
    return new RowStore(connection, state(), MODEL);
  }

  private static ProjectState state() {
    return ProjectState.of(List.of(MODEL));
  }
}
