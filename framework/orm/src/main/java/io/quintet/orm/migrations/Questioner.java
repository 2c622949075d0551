package io.quintet.orm.migrations;

import java.util.Optional;

/** Answers what the models alone cannot tell when changes are detected. */
public interface Questioner {
  /**
   * Whether a model that is gone is the same as a new one with the same fields. If not, its rows
   * will be deleted.
   */
  boolean wasRenamed(ModelName from, ModelName to);

  /**
   * Whether a model that is gone from an app is the same as one that is new in another app. If not,
   * its rows will be deleted.
   */
  boolean wasMoved(ModelName from, ModelName to);

  /**
   * Whether a field that is gone is the same as a new one of the same kind. If not, its values will
   * be deleted.
   */
  boolean wasRenamed(ModelName model, FieldState from, FieldState to);

  /** What the rows that exist get in a new column that does not allow null and has no default. */
  Object valueForExistingRows(ModelName model, ColumnState field);

  /**
   * What the rows that exist get in a new column that keeps the moment of creation.
   *
   * @param now the present moment in the type of the column, which is the usual answer
   */
  Object momentForExistingRows(ModelName model, ColumnState field, Object now);

  /**
   * A new unique column would get the same value in all rows that exist, though new entities get
   * different ones. Throws {@link MigrationException} unless that is meant, as there is at most one
   * row.
   */
  void confirmOneValueForUnique(ModelName model, ColumnState field);

  /** What rows with null get in a column that no longer allows it; empty when there are none. */
  Optional<Object> valueForNulls(ModelName model, ColumnState field);

  /** Refuses to decide: each question ends in a {@link MigrationException} that says what to do. */
  static Questioner refusing() {
    return new RefusingQuestioner();
  }
}
