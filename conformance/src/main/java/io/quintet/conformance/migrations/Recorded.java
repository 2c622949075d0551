package io.quintet.conformance.migrations;

import io.quintet.orm.internal.schema.NewValue;
import io.quintet.orm.migrations.ColumnState;
import io.quintet.orm.migrations.FieldState;
import io.quintet.orm.migrations.ModelName;
import io.quintet.orm.migrations.Questioner;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Gives the recorded answers and remembers the questions. */
final class Recorded implements Questioner {
  private static final Map<String, Object> MOMENT = Map.of("$datetime", "2024-02-29T12:00:00Z");
  private static final Set<String> NEVER_EMPTY =
      Set.of(
          "BooleanField",
          "DateField",
          "DateTimeField",
          "DecimalField",
          "DurationField",
          "FloatField",
          "IntegerField",
          "BigIntegerField",
          "SmallIntegerField",
          "PositiveIntegerField",
          "PositiveBigIntegerField",
          "PositiveSmallIntegerField",
          "GenericIPAddressField",
          "TimeField",
          "UUIDField",
          "JSONField",
          "ForeignKey",
          "OneToOneField",
          "AutoField",
          "BigAutoField",
          "SmallAutoField");
  private static final Set<String> OF_TIME = Set.of("DateField", "DateTimeField", "TimeField");

  private final Map<String, @Nullable Object> answers;
  private final List<Map<String, @Nullable Object>> questions = new ArrayList<>();
  private final Map<String, Object> given = new LinkedHashMap<>();

  Recorded(Map<String, @Nullable Object> answers) {
    this.answers = answers;
  }

  List<Map<String, @Nullable Object>> questions() {
    return questions;
  }

  /** What was answered for a field, if it was asked for. */
  Optional<Object> given(String app, String model, String field) {
    return Optional.ofNullable(given.get(key(new ModelName(app, model), field)));
  }

  private static String key(ModelName model, String field) {
    return model.app() + "." + model.lower() + "." + field;
  }

  /** What a new object has in a field, as its declaration says. */
  static NewValue newValue(ModelName model, ColumnState column) {
    Map<String, String> notes = column.notes();
    String type = Fields.className(column);
    String declared = notes.get("default");
    if (declared != null) {
      Object value = Optional.ofNullable(Notation.value(declared)).orElse(Map.of());
      return value instanceof Map<?, ?> map && map.containsKey("$callable")
          ? new NewValue.Different(value)
          : new NewValue.Constant(value);
    }
    if (OF_TIME.contains(type) && "true".equals(notes.get("auto_now"))) {
      return new NewValue.Saved(MOMENT);
    }
    if ("true".equals(notes.get("blank")) && !NEVER_EMPTY.contains(type)) {
      return new NewValue.Empty("");
    }
    return OF_TIME.contains(type) && "true".equals(notes.get("auto_now_add"))
        ? new NewValue.Created(MOMENT)
        : new NewValue.Unknown();
  }

  private void ask(String kind, String... members) {
    Map<String, @Nullable Object> question = new LinkedHashMap<>();
    question.put("ask", kind);
    for (int i = 0; i < members.length; i += 2) {
      question.put(members[i], members[i + 1]);
    }
    questions.add(question);
  }

  private boolean renames() {
    return !Boolean.FALSE.equals(answers.get("rename"));
  }

  @Override
  public boolean wasRenamed(ModelName from, ModelName to) {
    ask("rename_model", "old", from.model(), "new", to.model());
    return renames();
  }

  /** Django deletes the model and makes another. */
  @Override
  public boolean wasMoved(ModelName from, ModelName to) {
    return false;
  }

  @Override
  public boolean wasRenamed(ModelName model, FieldState from, FieldState to) {
    ask("rename_field", "model", model.lower(), "old", from.name(), "new", to.name());
    return renames();
  }

  @Override
  public Object valueForExistingRows(ModelName model, ColumnState field) {
    ask("not_null_addition", "model", model.lower(), "field", field.name());
    return answer(model, field)
        .orElseThrow(() -> new IllegalStateException("no answer is recorded for " + field.name()));
  }

  private Optional<Object> answer(ModelName model, ColumnState field) {
    Object value = Notation.object(answers.get("defaults")).get(model.lower() + "." + field.name());
    if (value != null) {
      given.put(key(model, field.name()), value);
    }
    return Optional.ofNullable(value);
  }

  @Override
  public Object momentForExistingRows(ModelName model, ColumnState field, Object now) {
    ask("auto_now_add_addition", "model", model.lower(), "field", field.name());
    given.put(key(model, field.name()), now);
    return now;
  }

  @Override
  public void confirmOneValueForUnique(ModelName model, ColumnState field) {
    ask("unique_callable_default_addition", "model", model.lower(), "field", field.name());
  }

  @Override
  public Optional<Object> valueForNulls(ModelName model, ColumnState field) {
    ask("not_null_alteration", "model", model.lower(), "field", field.name());
    return answer(model, field);
  }
}
