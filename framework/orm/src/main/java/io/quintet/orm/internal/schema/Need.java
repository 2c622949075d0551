package io.quintet.orm.internal.schema;

import io.quintet.orm.migrations.FieldOperation;
import io.quintet.orm.migrations.FieldState;
import io.quintet.orm.migrations.ModelName;
import io.quintet.orm.migrations.ModelOperation;
import io.quintet.orm.migrations.ModelTransfer;
import io.quintet.orm.migrations.Operation;
import org.jspecify.annotations.Nullable;

/**
 * Something that must have been done before an operation, if anything does it at all.
 *
 * @param model the model it is done to
 * @param field the field, or null when the model as a whole is meant
 * @param kind what is done
 */
record Need(ModelName model, @Nullable String field, Kind kind) {
  enum Kind {
    CREATED,
    REMOVED,
    ALTERED,
    /** Rows no longer have a place within the value of the field. */
    ORDER_REMOVED,
    /** The lists of fields that are unique together were changed. */
    TOGETHER_CHANGED
  }

  static Need created(ModelName model) {
    return new Need(model, null, Kind.CREATED);
  }

  static Need removed(ModelName model) {
    return new Need(model, null, Kind.REMOVED);
  }

  static Need created(ModelName model, String field) {
    return new Need(model, field, Kind.CREATED);
  }

  static Need removed(ModelName model, String field) {
    return new Need(model, field, Kind.REMOVED);
  }

  /** Whether an operation of the model's app does it. */
  boolean isMetBy(Operation operation) {
    return switch (kind) {
      case CREATED ->
          field == null
              ? operation instanceof ModelOperation.CreateModel create && isModel(create.model())
                  || operation instanceof ModelTransfer.MoveModel move && isModel(move.to())
                  || operation instanceof ModelTransfer.PairsToModel pairs && isModel(pairs.model())
              : creates(operation, field);
      case REMOVED ->
          field == null
              ? operation instanceof ModelOperation.DeleteModel delete && isModel(delete.model())
                  || operation instanceof ModelTransfer.ModelMoved moved && isModel(moved.model())
                  || operation instanceof ModelTransfer.ModelToPairs pairs && isModel(pairs.model())
              : operation instanceof FieldOperation.RemoveField remove && isField(remove);
      case ALTERED -> operation instanceof FieldOperation.AlterField alter && isField(alter);
      case ORDER_REMOVED ->
          operation instanceof ModelOperation.AlterOrder order
              && isModel(order.model())
              && !String.valueOf(field).equalsIgnoreCase(order.field());
      case TOGETHER_CHANGED ->
          operation instanceof ModelOperation.AlterUniqueTogether together
              && isModel(together.model());
    };
  }

  private boolean creates(Operation operation, String wanted) {
    return switch (operation) {
      case ModelOperation.CreateModel create ->
          isModel(create.model())
              && create.fields().stream().map(FieldState::name).anyMatch(wanted::equals);
      case FieldOperation.AddField add -> isField(add);
      default -> false;
    };
  }

  private boolean isModel(String name) {
    return name.equalsIgnoreCase(model.model());
  }

  private boolean isField(FieldOperation operation) {
    return isModel(operation.model()) && operation.name().equalsIgnoreCase(field);
  }
}
