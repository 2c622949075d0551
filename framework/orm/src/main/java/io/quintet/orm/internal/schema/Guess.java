package io.quintet.orm.internal.schema;

import io.quintet.orm.migrations.ColumnState;
import io.quintet.orm.migrations.FieldState;
import io.quintet.orm.migrations.ModelName;
import io.quintet.orm.migrations.Questioner;
import java.util.Optional;

/** Answers anything, for when it only matters whether there are changes. */
final class Guess implements Questioner {
  @Override
  public boolean wasRenamed(ModelName from, ModelName to) {
    return true;
  }

  @Override
  public boolean wasMoved(ModelName from, ModelName to) {
    return true;
  }

  @Override
  public boolean wasRenamed(ModelName model, FieldState from, FieldState to) {
    return true;
  }

  @Override
  public Object valueForExistingRows(ModelName model, ColumnState field) {
    return "";
  }

  @Override
  public Object momentForExistingRows(ModelName model, ColumnState field, Object now) {
    return now;
  }

  @Override
  public void confirmOneValueForUnique(ModelName model, ColumnState field) {}

  @Override
  public Optional<Object> valueForNulls(ModelName model, ColumnState field) {
    return Optional.empty();
  }
}
