package io.quintet.orm.internal.schema;

import io.quintet.orm.migrations.FieldOperation;
import io.quintet.orm.migrations.FieldState;
import io.quintet.orm.migrations.IndexOperation;
import io.quintet.orm.migrations.ModelName;
import io.quintet.orm.migrations.ModelOperation;
import io.quintet.orm.migrations.ModelTransfer;
import io.quintet.orm.migrations.Operation;

/** Whether an operation of an app may have to do with a model or a field of it; rather yes. */
record References(String app) {
  boolean toModel(Operation operation, String model) {
    return switch (operation) {
      case ModelOperation.DeleteModel _,
          ModelTransfer.MoveModel _,
          ModelTransfer.PairsToModel _,
          ModelTransfer.ModelToPairs _ ->
          true;
      case ModelOperation.RenameModel rename ->
          same(model, rename.from()) || same(model, rename.to());
      case ModelOperation.CreateModel create ->
          same(model, create.model())
              || create.bases().contains(name(model))
              || create.fields().stream().anyMatch(field -> pointsTo(field, model));
      case ModelOperation other -> same(model, other.model());
      case FieldOperation.AddField add -> same(model, add.model()) || pointsTo(add.field(), model);
      case FieldOperation.AlterField alter ->
          same(model, alter.model()) || pointsTo(alter.field(), model);
      case FieldOperation other -> same(model, other.model());
      case IndexOperation _, Operation.RunSql _, Operation.RunJava _ -> true;
    };
  }

  boolean toField(Operation operation, String model, String field) {
    return switch (operation) {
      case FieldOperation.RenameField rename ->
          same(model, rename.model()) && (same(field, rename.from()) || same(field, rename.to()));
      case FieldOperation.AddField add ->
          (same(model, add.model()) && field.equals(add.name())) || pointsTo(add.field(), model);
      case FieldOperation.AlterField alter ->
          (same(model, alter.model()) && field.equals(alter.name()))
              || pointsTo(alter.field(), model);
      case FieldOperation.RemoveField remove ->
          same(model, remove.model()) && field.equals(remove.name());
      case ModelOperation.AlterUniqueTogether together ->
          same(model, together.model())
              && (together.lists().isEmpty()
                  || together.lists().stream().anyMatch(list -> list.contains(field)));
      case ModelOperation.AlterOrder order ->
          same(model, order.model()) && (order.field() == null || field.equals(order.field()));
      default -> toModel(operation, model);
    };
  }

  private ModelName name(String model) {
    return new ModelName(app, model);
  }

  private boolean pointsTo(FieldState field, String model) {
    return Relations.targets(field).contains(name(model));
  }

  private static boolean same(String one, String other) {
    return one.equalsIgnoreCase(other);
  }
}
