package io.quintet.orm;

import java.util.List;

/**
 * How {@code bulkCreate} inserts.
 *
 * <pre>{@code
 * Country.objects.all().bulkCreate(countries, BulkCreate.updating("name").whereSame("code"))
 * }</pre>
 *
 * @param batchSize how many rows go into one statement at most; 0 for as many as the database takes
 * @param ignoring whether rows that break a constraint are left out; keys are not set then
 * @param updated the fields that a row that is there already gets anew, by name
 * @param unique the fields by which it is known to be there, by name
 */
public record BulkCreate(
    int batchSize, boolean ignoring, List<String> updated, List<String> unique) {
  /** Checks that the options go together. */
  public BulkCreate {
    if (batchSize < 0) {
      throw new IllegalArgumentException(
          "A batch has at least one row, not %d.".formatted(batchSize));
    }
    if (ignoring && !updated.isEmpty()) {
      throw new IllegalArgumentException(
          "Rows that are there already are either left alone or updated, not both. Choose one.");
    }
    updated = List.copyOf(updated);
    unique = List.copyOf(unique);
  }

  /** A row that is there already is an error. */
  public static BulkCreate plain() {
    return new BulkCreate(0, false, List.of(), List.of());
  }

  /** A row that breaks a constraint is left out. */
  public static BulkCreate ignoringConflicts() {
    return new BulkCreate(0, true, List.of(), List.of());
  }

  /** A row that is there already gets new values in these fields; say how it is known. */
  public static BulkCreate updating(String... fields) {
    return new BulkCreate(0, false, List.of(fields), List.of());
  }

  /** A row is there already when it agrees in these fields, which are unique. */
  public BulkCreate whereSame(String... fields) {
    return new BulkCreate(batchSize, ignoring, updated, List.of(fields));
  }

  /** At most so many rows in one statement. */
  public BulkCreate batchesOf(int rows) {
    return new BulkCreate(rows, ignoring, updated, unique);
  }
}
