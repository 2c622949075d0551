package io.quintet.orm.migrations;

import io.quintet.orm.internal.schema.BackFillPlace;
import io.quintet.orm.internal.schema.RowStore;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Goes through a table in batches that are committed one by one, and remembers the place. */
final class BackFill {
  private final Connection connection;
  private final ModelState model;
  private final RowStore store;
  private final boolean atomic;
  private final Consumer<String> shown;

  BackFill(
      Connection connection,
      ProjectState state,
      ModelState model,
      boolean atomic,
      Consumer<String> shown) {
    this.shown = shown;
    this.connection = connection;
    this.model = model;
    this.store = new RowStore(connection, state, model);
    this.atomic = atomic;
  }

  void run(
      String name, int batch, Consumer<HistoricalRow> work, Consumer<BackFillProgress> progress) {
    if (atomic) {
      throw new MigrationException(
          "backfill(\"%s\", ...) commits each batch, but its migration is one transaction. Say notAtomic() in the migration."
              .formatted(name));
    }
    if (batch < 1) {
      throw new MigrationException("A batch has at least one row, found " + batch + ".");
    }
    try {
      BackFillPlace place = new BackFillPlace(connection, name, model.primaryKey());
      place.prepare();
      long total = store.count();
      long done = 0;
      @Nullable Object last = place.read();
      List<Map<String, @Nullable Object>> rows = store.after(last, batch);
      while (!rows.isEmpty()) {
        List<Map<String, @Nullable Object>> current = rows;
        last = rows.getLast().get(model.primaryKey().name());
        place.commitWith(last, () -> each(current, work));
        done += rows.size();
        progress.accept(new BackFillProgress(done, total));
        shown.accept("Back-fill %s: %d of %d rows".formatted(name, done, total));
        rows = store.after(last, batch);
      }
      place.forget();
    } catch (SQLException e) {
      throw new MigrationException(
          "The back-fill \""
              + name
              + "\" failed: "
              + e.getMessage()
              + ". Run migrate again; it goes on there.",
          e);
    }
  }

  private void each(List<Map<String, @Nullable Object>> rows, Consumer<HistoricalRow> work) {
    for (Map<String, @Nullable Object> values : rows) {
      work.accept(new HistoricalRow(store, values, values.get(model.primaryKey().name())));
    }
  }
}
