package io.quintet.orm.migrations;

import java.sql.Connection;
import java.util.function.Consumer;

/**
 * What a {@link DataStep} works with: the connection, and the models as they are at this point of
 * the history.
 */
public final class MigrationContext {
  private final String app;
  private final Connection connection;
  private final ProjectState state;
  private final boolean atomic;
  private final Consumer<String> progress;

  /** For a step of an atomic migration of the given app. */
  public MigrationContext(String app, Connection connection, ProjectState state) {
    this(app, connection, state, true, _ -> {});
  }

  /**
   * For a step of a migration of the given app.
   *
   * @param atomic whether the migration is one transaction
   * @param progress is told how far a long step is, in words
   */
  public MigrationContext(
      String app,
      Connection connection,
      ProjectState state,
      boolean atomic,
      Consumer<String> progress) {
    this.atomic = atomic;
    this.progress = progress;
    this.app = app;
    this.connection = connection;
    this.state = state;
  }

  /** The connection, in the transaction of the migration if that is atomic. Do not close it. */
  public Connection connection() {
    return connection;
  }

  /** All models at this point of the history. */
  public ProjectState state() {
    return state;
  }

  /**
   * The rows of a model at this point of the history.
   *
   * @param name {@code "Post"} in the migration's own app, {@code "auth.User"} in another
   */
  public HistoricalModel model(String name) {
    return new HistoricalModel(
        connection, state, state.model(ModelName.parse(name, app)), atomic, progress);
  }
}
