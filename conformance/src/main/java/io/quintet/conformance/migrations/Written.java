package io.quintet.conformance.migrations;

import io.quintet.orm.migrations.FieldOperation;
import io.quintet.orm.migrations.FieldState;
import io.quintet.orm.migrations.IndexOperation;
import io.quintet.orm.migrations.ModelName;
import io.quintet.orm.migrations.ModelOperation;
import io.quintet.orm.migrations.ModelTransfer;
import io.quintet.orm.migrations.Operation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Operations in Django's notation. */
record Written(String app, Recorded answers) {
  Map<String, @Nullable Object> of(Operation operation) {
    return switch (operation) {
      case ModelOperation model -> model(model);
      case FieldOperation field -> field(field);
      case IndexOperation index -> index(index);
      case Operation.RunSql _, Operation.RunJava _ ->
          throw new IllegalStateException("an autodetector writes no " + operation);
    };
  }

  private static Map<String, @Nullable Object> op(String name, @Nullable Object... members) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    map.put("op", name);
    for (int i = 0; i < members.length; i += 2) {
      map.put(String.valueOf(members[i]), members[i + 1]);
    }
    return map;
  }

  private static Map<String, @Nullable Object> model(ModelOperation operation) {
    return switch (operation) {
      case ModelOperation.CreateModel create -> create(create);
      case ModelOperation.DeleteModel delete -> op("DeleteModel", "name", delete.model());
      case ModelOperation.RenameModel(String from, String to) ->
          op("RenameModel", "old_name", from, "new_name", to);
      case ModelTransfer.MoveModel _,
          ModelTransfer.ModelMoved _,
          ModelTransfer.PairsToModel _,
          ModelTransfer.ModelToPairs _ ->
          throw new IllegalStateException("Django has no " + operation);
      case ModelOperation.AlterOptions alter ->
          op(
              "AlterModelOptions",
              "name",
              alter.model(),
              "options",
              States.outline(alter.options()));
      case ModelOperation.AlterTable alter ->
          op("AlterModelTable", "name", alter.model(), "table", alter.table());
      case ModelOperation.AlterComment alter ->
          op("AlterModelTableComment", "name", alter.model(), "table_comment", alter.comment());
      case ModelOperation.AlterUniqueTogether alter ->
          op("AlterUniqueTogether", "name", alter.model(), "unique_together", alter.lists());
      case ModelOperation.AlterOrder alter ->
          op(
              "AlterOrderWithRespectTo",
              "name",
              alter.model(),
              "order_with_respect_to",
              alter.field());
    };
  }

  private static Map<String, @Nullable Object> create(ModelOperation.CreateModel create) {
    List<Map<String, @Nullable Object>> fields = new ArrayList<>();
    for (FieldState field : create.fields()) {
      Map<String, @Nullable Object> spec = Fields.write(field);
      spec.put("name", field.name());
      fields.add(spec);
    }
    Map<String, @Nullable Object> map = op("CreateModel", "name", create.model(), "fields", fields);
    Map<String, @Nullable Object> options =
        States.options(create.options(), create.indexes(), create.constraints());
    if (!options.isEmpty()) {
      map.put("options", options);
    }
    if (!create.bases().isEmpty()) {
      map.put("bases", create.bases().stream().map(ModelName::toString).toList());
    }
    return map;
  }

  private Map<String, @Nullable Object> field(FieldOperation operation) {
    return switch (operation) {
      case FieldOperation.AddField add -> withField("AddField", add.model(), add.field());
      case FieldOperation.AlterField alter -> withField("AlterField", alter.model(), alter.field());
      case FieldOperation.RemoveField remove ->
          op("RemoveField", "model_name", remove.model(), "name", remove.name());
      case FieldOperation.RenameField(String model, String from, String to) ->
          op("RenameField", "model_name", model, "old_name", from, "new_name", to);
    };
  }

  /** A value that was asked for stands in the field once, as a default that is not preserved. */
  private Map<String, @Nullable Object> withField(String name, String model, FieldState field) {
    Map<String, @Nullable Object> spec = Fields.write(field);
    Map<String, @Nullable Object> map =
        op(name, "model_name", model, "name", field.name(), "field", spec);
    answers
        .given(app, model, field.name())
        .ifPresent(value -> {
          spec.put("default", value);
          map.put("preserve_default", false);
        });
    return map;
  }

  private static Map<String, @Nullable Object> index(IndexOperation operation) {
    return switch (operation) {
      case IndexOperation.AddIndex add ->
          op("AddIndex", "model_name", add.model(), "index", States.write(add.index()));
      case IndexOperation.RemoveIndex remove ->
          op("RemoveIndex", "model_name", remove.model(), "name", remove.name());
      case IndexOperation.RenameIndex(String model, String from, String to) ->
          op("RenameIndex", "model_name", model, "new_name", to, "old_name", from);
      case IndexOperation.AddConstraint add ->
          op(
              "AddConstraint",
              "model_name",
              add.model(),
              "constraint",
              States.write(add.constraint()));
      case IndexOperation.RemoveConstraint remove ->
          op("RemoveConstraint", "model_name", remove.model(), "name", remove.name());
      case IndexOperation.AlterConstraint alter ->
          op(
              "AlterConstraint",
              "model_name",
              alter.model(),
              "name",
              alter.constraint().name(),
              "constraint",
              States.write(alter.constraint()));
    };
  }
}
