package io.quintet.orm.internal.schema;

import io.quintet.orm.migrations.ColumnState;
import io.quintet.orm.migrations.FieldState;
import io.quintet.orm.migrations.MigrationException;
import io.quintet.orm.migrations.ModelName;
import io.quintet.orm.migrations.Questioner;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Answers questions about values from the command line, and leaves the others to another. */
final class GivenValues implements Questioner {
  private final Map<String, String> values = new LinkedHashMap<>();
  private final Questioner others;

  /**
   * Values written {@code blog.Post.pages=0}, separated by semicolons; nothing after the sign says
   * that no row needs one.
   */
  GivenValues(String text, Questioner others) {
    this.others = others;
    for (String one : text.split(";", -1)) {
      int sign = one.indexOf('=');
      if (sign < 0 || one.substring(0, sign).split("\\.", -1).length != 3) {
        throw new MigrationException(
            "--value is written app.Model.field=value, several separated by semicolons; found '"
                + one
                + "'.");
      }
      values.put(key(one.substring(0, sign).strip()), one.substring(sign + 1));
    }
  }

  private static String key(String field) {
    int dot = field.lastIndexOf('.');
    ModelName model = ModelName.parse(field.substring(0, dot));
    return key(model, field.substring(dot + 1));
  }

  private static String key(ModelName model, String field) {
    return model.app() + "." + model.lower() + "." + field;
  }

  private Optional<Object> value(ModelName model, ColumnState field) {
    String text = values.get(key(model, field.name()));
    return text == null || text.isEmpty()
        ? Optional.empty()
        : Optional.of(TypedValues.parse(text, field.type()));
  }

  @Override
  public boolean wasRenamed(ModelName from, ModelName to) {
    return others.wasRenamed(from, to);
  }

  @Override
  public boolean wasMoved(ModelName from, ModelName to) {
    return others.wasMoved(from, to);
  }

  @Override
  public boolean wasRenamed(ModelName model, FieldState from, FieldState to) {
    return others.wasRenamed(model, from, to);
  }

  @Override
  public Object valueForExistingRows(ModelName model, ColumnState field) {
    return value(model, field).orElseGet(() -> others.valueForExistingRows(model, field));
  }

  @Override
  public Object momentForExistingRows(ModelName model, ColumnState field, Object now) {
    return value(model, field).orElseGet(() -> others.momentForExistingRows(model, field, now));
  }

  @Override
  public void confirmOneValueForUnique(ModelName model, ColumnState field) {
    if (!values.containsKey(key(model, field.name()))) {
      others.confirmOneValueForUnique(model, field);
    }
  }

  @Override
  public Optional<Object> valueForNulls(ModelName model, ColumnState field) {
    return values.containsKey(key(model, field.name()))
        ? value(model, field)
        : others.valueForNulls(model, field);
  }
}
