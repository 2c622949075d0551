package io.quintet.orm.migrations;

import io.quintet.orm.internal.schema.RowStore;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a model as it is at this point of the history, by field name.
 *
 * <pre>{@code
 * runJava("Fill the slugs", context ->
 *     context.model("Post").forEach(post -> post.set("slug", slugify(post.text("title"))).save()))
 * }</pre>
 *
 * <p>Values are text, Long, BigDecimal, Double, Boolean, java.time values, UUID or bytes; a foreign
 * key is the key it holds.
 */
public final class HistoricalModel {
  private static final int BATCH = 500;

  private final ModelState model;
  private final RowStore store;

  private final BackFill backFill;

  HistoricalModel(
      Connection connection,
      ProjectState state,
      ModelState model,
      boolean atomic,
      Consumer<String> progress) {
    this.model = model;
    this.backFill = new BackFill(connection, state, model, atomic, progress);
    this.store = new RowStore(connection, state, model);
  }

  /** The model at this point of the history. */
  public ModelState state() {
    return model;
  }

  /** How many rows there are. */
  public long count() {
    return store.count();
  }

  /** All rows in order of the key. For a large table use {@link #forEach}. */
  public List<HistoricalRow> all() {
    List<HistoricalRow> rows = new ArrayList<>();
    forEach(rows::add);
    return rows;
  }

  /** Each row in order of the key, read in batches; a row may be changed or deleted on the way. */
  public void forEach(Consumer<HistoricalRow> work) {
    Object last = null;
    while (true) {
      List<Map<String, @Nullable Object>> batch = store.after(last, BATCH);
      for (Map<String, @Nullable Object> values : batch) {
        last = values.get(model.primaryKey().name());
        work.accept(new HistoricalRow(store, values, last));
      }
      if (batch.size() < BATCH) {
        return;
      }
    }
  }

  /**
   * Each row in order of the key, in batches of which each is committed by itself, for tables that
   * are too large for one transaction. When it is broken off it goes on behind the last batch the
   * next time. Only in a migration that is {@code notAtomic()}.
   *
   * <pre>{@code
   * context.model("Post").backfill("slugs", post ->
   *     post.set("slug", slugify(post.text("title"))).save())
   * }</pre>
   *
   * @param name under which the place is remembered until it is done, unique in the database
   */
  public void backfill(String name, Consumer<HistoricalRow> work) {
    backfill(name, BATCH, work, progress -> {});
  }

  /**
   * The same with the number of rows in a batch, and with someone who is told after each.
   *
   * @param batch at least 1
   */
  public void backfill(
      String name, int batch, Consumer<HistoricalRow> work, Consumer<BackFillProgress> progress) {
    backFill.run(name, batch, work, progress);
  }

  /**
   * The rows in which a field has a value, in order of the key; null finds the rows without one.
   */
  public List<HistoricalRow> where(String field, @Nullable Object value) {
    return store.where(field, value).stream()
        .map(values -> new HistoricalRow(store, values, values.get(model.primaryKey().name())))
        .toList();
  }

  /**
   * Inserts a row and returns it with its key. Fields left out get null or the default of the
   * database.
   */
  public HistoricalRow insert(Map<String, ? extends @Nullable Object> values) {
    Map<String, @Nullable Object> all = new LinkedHashMap<>(values);
    Object key = store.insert(all);
    all.put(model.primaryKey().name(), key);
    return new HistoricalRow(store, all, key);
  }
}
