package io.quintet.orm.internal.schema;

import io.quintet.orm.migrations.ColumnState;
import io.quintet.orm.migrations.FieldState;
import io.quintet.orm.migrations.ModelName;
import io.quintet.orm.migrations.Questioner;
import java.util.Optional;

/**
 * Answers every question about renaming, and every one about moving, the same way where that was
 * said, and leaves the others to another.
 */
record FixedAnswers(Optional<Boolean> renamed, Optional<Boolean> moved, Questioner others)
    implements Questioner {
  @Override
  public boolean wasRenamed(ModelName from, ModelName to) {
    return renamed.orElseGet(() -> others.wasRenamed(from, to));
  }

  @Override
  public boolean wasMoved(ModelName from, ModelName to) {
    return moved.orElseGet(() -> others.wasMoved(from, to));
  }

  @Override
  public boolean wasRenamed(ModelName model, FieldState from, FieldState to) {
    return renamed.orElseGet(() -> others.wasRenamed(model, from, to));
  }

  @Override
  public Object valueForExistingRows(ModelName model, ColumnState field) {
    return others.valueForExistingRows(model, field);
  }

  @Override
  public Object momentForExistingRows(ModelName model, ColumnState field, Object now) {
    return others.momentForExistingRows(model, field, now);
  }

  @Override
  public void confirmOneValueForUnique(ModelName model, ColumnState field) {
    others.confirmOneValueForUnique(model, field);
  }

  @Override
  public Optional<Object> valueForNulls(ModelName model, ColumnState field) {
    return others.valueForNulls(model, field);
  }
}
