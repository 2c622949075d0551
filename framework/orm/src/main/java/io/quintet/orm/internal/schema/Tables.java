package io.quintet.orm.internal.schema;

import io.quintet.orm.migrations.MigrationException;
import io.quintet.orm.migrations.ModelState;
import io.quintet.orm.migrations.ProjectState;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;

/** Makes tables from states, from nothing. */
public final class Tables {
  private Tables() {}

  /** Makes the tables of these models. */
  public static void create(Connection connection, Collection<ModelState> models) {
    SqlRunner.Live live = new SqlRunner.Live(connection);
    statements(connection, models).forEach(live::run);
  }

  /** The statements that make the tables of these models. */
  public static List<String> statements(Connection connection, Collection<ModelState> models) {
    SqlRunner.Collected collected = new SqlRunner.Collected();
    OperationRunner runner =
        new OperationRunner(SchemaEditor.of(vendor(connection), collected), null);
    ProjectState[] state = {ProjectState.EMPTY};
    ChangeFinder.create(
        models,
        (app, operation) -> {
          ProjectState before = state[0];
          state[0] = operation.apply(app, before);
          runner.forward(app, operation, before, state[0]);
        });
    return collected.statements();
  }

  private static Vendor vendor(Connection connection) {
    try {
      return Vendor.of(connection);
    } catch (SQLException e) {
      throw new MigrationException("The connection is not usable: " + e.getMessage(), e);
    }
  }
}
