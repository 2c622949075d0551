package io.quintet.orm.internal.schema;

import io.quintet.orm.migrations.ConstraintState;
import io.quintet.orm.migrations.FieldOperation;
import io.quintet.orm.migrations.IndexOperation;
import io.quintet.orm.migrations.ModelName;
import io.quintet.orm.migrations.ModelOperation;
import io.quintet.orm.migrations.ModelState;
import io.quintet.orm.migrations.ModelTransfer;
import io.quintet.orm.migrations.Operation;
import io.quintet.orm.migrations.ProjectState;
import java.util.List;
import java.util.stream.Stream;

/** Whether an operation has what it names. */
final class Applicable {
  private Applicable() {}

  static boolean isApplicable(Operation operation, String app, ProjectState state) {
    return switch (operation) {
      case ModelOperation.CreateModel create ->
          state.find(new ModelName(app, create.model())).isEmpty();
      case ModelOperation.AlterUniqueTogether together ->
          has(app, together.model(), state, together.lists().stream().flatMap(List::stream));
      case ModelOperation.AlterOrder order when order.field() != null ->
          has(app, order.model(), state, Stream.of(order.field()));
      case ModelTransfer.MoveModel move ->
          state.find(move.from()).isPresent()
              && state.find(new ModelName(app, move.to())).isEmpty();
      case ModelTransfer.ModelMoved moved ->
          state.find(new ModelName(app, moved.model())).isEmpty();
      case ModelTransfer.PairsToModel pairs ->
          state.find(new ModelName(app, pairs.model())).isEmpty()
              && has(app, pairs.owner(), state, Stream.of(pairs.field()));
      case ModelTransfer.ModelToPairs pairs ->
          model(app, pairs.model(), state)
              .anyMatch(through ->
                  model(app, pairs.owner(), state)
                      .anyMatch(owner -> JoinTables.isLike(through, owner, pairs.field())));
      case ModelOperation.DeleteModel delete -> isFree(new ModelName(app, delete.model()), state);
      case ModelOperation other -> state.find(new ModelName(app, other.model())).isPresent();
      case FieldOperation.AddField add ->
          state
              .find(new ModelName(app, add.model()))
              .filter(model -> model.find(add.name()).isEmpty())
              .isPresent();
      case FieldOperation other -> has(app, other.model(), state, Stream.of(other.name()));
      case IndexOperation.AddIndex add ->
          has(app, add.model(), state, add.index().fields().stream());
      case IndexOperation.AddConstraint add ->
          has(app, add.model(), state, fields(add.constraint()));
      case IndexOperation.RemoveIndex remove ->
          model(app, remove.model(), state)
              .flatMap(model -> model.indexes().stream())
              .anyMatch(index -> index.name().equals(remove.name()));
      case IndexOperation other -> state.find(new ModelName(app, other.model())).isPresent();
      case Operation.RunSql _, Operation.RunJava _ -> true;
    };
  }

  /** Whether a model exists and no table of pairs points to it that is yet to point elsewhere. */
  private static boolean isFree(ModelName name, ProjectState state) {
    return state.find(name).isPresent()
        && state.models().stream()
            .filter(model -> !model.name().equals(name))
            .flatMap(model -> model.manyToMany().stream())
            .noneMatch(link -> link.through() == null && link.target().equals(name));
  }

  private static Stream<String> fields(ConstraintState constraint) {
    return constraint instanceof ConstraintState.Unique unique
        ? unique.fields().stream()
        : Stream.empty();
  }

  private static Stream<ModelState> model(String app, String name, ProjectState state) {
    return state.find(new ModelName(app, name)).stream();
  }

  private static boolean has(String app, String name, ProjectState state, Stream<String> fields) {
    ModelState model = state.find(new ModelName(app, name)).orElse(null);
    return model != null
        && fields.allMatch(
            field -> model.find(field.startsWith("-") ? field.substring(1) : field).isPresent());
  }
}
