package io.quintet.orm.migrations;

import io.quintet.orm.internal.schema.RowStore;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One row of a {@link HistoricalModel}. */
public final class HistoricalRow {
  private final RowStore store;
  private final Map<String, @Nullable Object> values;
  private final Map<String, @Nullable Object> changed = new LinkedHashMap<>();
  private final @Nullable Object key;

  HistoricalRow(RowStore store, Map<String, @Nullable Object> values, @Nullable Object key) {
    this.store = store;
    this.values = new LinkedHashMap<>(values);
    this.key = key;
  }

  /** The value of a field. Throws {@link MigrationException} when the model has no such column. */
  public @Nullable Object get(String field) {
    store.require(field);
    return values.get(field);
  }

  /** The value of a field as text, empty for null. */
  public String text(String field) {
    Object value = get(field);
    return value == null ? "" : value.toString();
  }

  /**
   * The value of a whole-number field. Throws {@link MigrationException} when it is null or not a
   * number.
   */
  public long number(String field) {
    if (get(field) instanceof Number number) {
      return number.longValue();
    }
    throw new MigrationException(
        "Field '" + field + "' holds " + get(field) + ", which is no number.");
  }

  /** Sets a field; stored by {@link #save}. */
  public HistoricalRow set(String field, @Nullable Object value) {
    store.require(field);
    values.put(field, value);
    changed.put(field, value);
    return this;
  }

  /** Stores what was set. */
  public void save() {
    if (!changed.isEmpty()) {
      store.update(key, changed);
      changed.clear();
    }
  }

  /** Deletes the row. */
  public void delete() {
    store.delete(key);
  }

  @Override
  public String toString() {
    return values.toString();
  }
}
