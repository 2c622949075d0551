package io.quintet.orm.internal.schema;

import io.quintet.orm.migrations.FieldOperation;
import io.quintet.orm.migrations.FieldState;
import io.quintet.orm.migrations.ModelName;
import io.quintet.orm.migrations.ModelOperation;
import io.quintet.orm.migrations.ModelState;
import io.quintet.orm.migrations.ModelTransfer;
import io.quintet.orm.migrations.Operation;
import io.quintet.orm.migrations.ProjectState;
import java.util.LinkedHashMap;
import java.util.Map;

/** Which fields of a state come through operations with their values, under whatever name. */
final class Survivors {
  /** What they are called now, and what they were called. */
  private final Map<String, String> fields = new LinkedHashMap<>();

  Survivors(ProjectState from) {
    for (ModelState model : from.models()) {
      for (FieldState field : model.fields()) {
        String name = key(model.name(), field.name());
        fields.put(name, name);
      }
    }
  }

  static String key(ModelName model, String field) {
    return model.app() + "." + model.lower() + "." + field;
  }

  void apply(String app, Operation operation) {
    switch (operation) {
      case ModelOperation.RenameModel(String from, String to) ->
          rename(new ModelName(app, from), new ModelName(app, to));
      case ModelTransfer.MoveModel move -> rename(move.from(), new ModelName(app, move.to()));
      case ModelOperation.DeleteModel(String model) ->
          fields.keySet().removeIf(name -> name.startsWith(key(new ModelName(app, model), "")));
      case FieldOperation.RemoveField(String model, String field) ->
          fields.remove(key(new ModelName(app, model), field));
      case FieldOperation.RenameField(String model, String from, String to) -> {
        String old = fields.remove(key(new ModelName(app, model), from));
        if (old != null) {
          fields.put(key(new ModelName(app, model), to), old);
        }
      }
      default -> {}
    }
  }

  private void rename(ModelName from, ModelName to) {
    for (Map.Entry<String, String> entry : Map.copyOf(fields).entrySet()) {
      if (entry.getKey().startsWith(key(from, ""))) {
        fields.remove(entry.getKey());
        fields.put(key(to, entry.getKey().substring(key(from, "").length())), entry.getValue());
      }
    }
  }

  /** Whether what a field of the first state held is still there. */
  boolean has(ModelName model, String field) {
    return fields.containsValue(key(model, field));
  }
}
