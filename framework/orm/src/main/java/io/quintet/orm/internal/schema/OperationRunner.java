package io.quintet.orm.internal.schema;

import io.quintet.orm.migrations.DataStep;
import io.quintet.orm.migrations.FieldOperation;
import io.quintet.orm.migrations.IndexOperation;
import io.quintet.orm.migrations.MigrationContext;
import io.quintet.orm.migrations.MigrationException;
import io.quintet.orm.migrations.ModelName;
import io.quintet.orm.migrations.ModelOperation;
import io.quintet.orm.migrations.ModelState;
import io.quintet.orm.migrations.ModelTransfer;
import io.quintet.orm.migrations.Operation;
import io.quintet.orm.migrations.ProjectState;
import java.sql.Connection;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Makes the database follow an operation, forward or backward. */
final class OperationRunner {
  private final SchemaEditor editor;
  private final @Nullable Connection connection;
  private final boolean atomic;
  private final Consumer<String> progress;

  /**
   * A runner.
   *
   * @param connection for steps in Java; null when statements are only collected
   */
  OperationRunner(SchemaEditor editor, @Nullable Connection connection) {
    this(editor, connection, true, _ -> {});
  }

  /**
   * A runner whose steps in Java are within a transaction or not.
   *
   * @param progress is told how far a step in Java is
   */
  OperationRunner(
      SchemaEditor editor,
      @Nullable Connection connection,
      boolean atomic,
      Consumer<String> progress) {
    this.atomic = atomic;
    this.progress = progress;
    this.editor = editor;
    this.connection = connection;
  }

  /** From the state before to the state after. */
  void forward(String app, Operation operation, ProjectState before, ProjectState after) {
    switch (operation) {
      case ModelOperation.CreateModel o ->
          editor.createModel(after.model(new ModelName(app, o.model())), after);
      case ModelOperation.DeleteModel o ->
          editor.deleteModel(before.model(new ModelName(app, o.model())));
      case ModelOperation.RenameModel(String from, String to) ->
          editor.moveModel(before, after, new ModelName(app, from), new ModelName(app, to));
      case ModelTransfer.MoveModel o ->
          editor.moveModel(before, after, o.from(), new ModelName(app, o.to()));
      case FieldOperation.AddField o -> {
        ModelName model = new ModelName(app, o.model());
        editor.addField(
            before.model(model), after.model(model), after, o.field(), o.existingRows());
      }
      case FieldOperation.RemoveField(String name, String field) -> {
        ModelState old = before.model(new ModelName(app, name));
        editor.removeField(old, after.model(old.name()), after, old.field(field));
      }
      case FieldOperation.AlterField o -> {
        ModelName model = new ModelName(app, o.model());
        editor.alterField(
            before,
            after,
            model,
            before.model(model).field(o.field().name()),
            o.field(),
            o.existingRows());
      }
      case FieldOperation.RenameField(String name, String from, String to) -> {
        ModelState model = before.model(new ModelName(app, name));
        editor.renameField(
            before, after, model, model.field(from), after.model(model.name()).field(to));
      }
      case IndexOperation.AddIndex o ->
          editor.addIndex(after.model(new ModelName(app, o.model())), o.index());
      case IndexOperation.RemoveIndex(String name, String index) -> {
        ModelState model = before.model(new ModelName(app, name));
        editor.removeIndex(model, model.index(index));
      }
      case IndexOperation.AddConstraint o -> {
        ModelName model = new ModelName(app, o.model());
        editor.addConstraint(before.model(model), after.model(model), after, o.constraint());
      }
      case IndexOperation.RemoveConstraint(String name, String constraint) -> {
        ModelState model = before.model(new ModelName(app, name));
        editor.removeConstraint(
            model, after.model(model.name()), after, model.constraint(constraint));
      }
      case IndexOperation.RenameIndex(String name, String from, String to) -> {
        ModelState model = before.model(new ModelName(app, name));
        editor.renameIndex(model, model.index(from), to);
      }
      case IndexOperation.AlterConstraint _,
          ModelOperation.AlterOptions _,
          ModelTransfer.ModelMoved _,
          ModelTransfer.PairsToModel _,
          ModelTransfer.ModelToPairs _ -> {}
      case ModelOperation.AlterTable o -> moveTable(new ModelName(app, o.model()), before, after);
      case ModelOperation.AlterComment o ->
          editor.comment(after.model(new ModelName(app, o.model())));
      case ModelOperation.AlterUniqueTogether o ->
          alterTogether(new ModelName(app, o.model()), before, after);
      case ModelOperation.AlterOrder o -> alterOrder(new ModelName(app, o.model()), before, after);
      case Operation.RunSql o -> statements(o.forward());
      case Operation.RunJava o -> java(app, o.description(), o.forward(), after);
    }
  }

  /** From the state after back to the state before. */
  void backward(String app, Operation operation, ProjectState before, ProjectState after) {
    switch (operation) {
      case ModelOperation.CreateModel o ->
          editor.deleteModel(after.model(new ModelName(app, o.model())));
      case ModelOperation.DeleteModel o ->
          editor.createModel(before.model(new ModelName(app, o.model())), before);
      case ModelOperation.RenameModel(String from, String to) ->
          editor.moveModel(after, before, new ModelName(app, to), new ModelName(app, from));
      case ModelTransfer.MoveModel o ->
          editor.moveModel(after, before, new ModelName(app, o.to()), o.from());
      case FieldOperation.AddField o -> {
        ModelName model = new ModelName(app, o.model());
        editor.removeField(after.model(model), before.model(model), before, o.field());
      }
      case FieldOperation.RemoveField(String name, String field) -> {
        ModelState old = before.model(new ModelName(app, name));
        editor.addField(after.model(old.name()), old, before, old.field(field), null);
      }
      case FieldOperation.AlterField o -> {
        ModelName model = new ModelName(app, o.model());
        editor.alterField(
            after, before, model, o.field(), before.model(model).field(o.field().name()), null);
      }
      case FieldOperation.RenameField(String name, String from, String to) -> {
        ModelState model = after.model(new ModelName(app, name));
        editor.renameField(
            after, before, model, model.field(to), before.model(model.name()).field(from));
      }
      case IndexOperation.AddIndex o ->
          editor.removeIndex(after.model(new ModelName(app, o.model())), o.index());
      case IndexOperation.RemoveIndex(String name, String index) -> {
        ModelState model = before.model(new ModelName(app, name));
        editor.addIndex(model, model.index(index));
      }
      case IndexOperation.AddConstraint o -> {
        ModelName model = new ModelName(app, o.model());
        editor.removeConstraint(after.model(model), before.model(model), before, o.constraint());
      }
      case IndexOperation.RemoveConstraint(String name, String constraint) -> {
        ModelState model = before.model(new ModelName(app, name));
        editor.addConstraint(
            after.model(model.name()), model, before, model.constraint(constraint));
      }
      case IndexOperation.RenameIndex(String name, String from, String to) -> {
        ModelState model = after.model(new ModelName(app, name));
        editor.renameIndex(model, model.index(to), from);
      }
      case IndexOperation.AlterConstraint _,
          ModelOperation.AlterOptions _,
          ModelTransfer.ModelMoved _,
          ModelTransfer.PairsToModel _,
          ModelTransfer.ModelToPairs _ -> {}
      case ModelOperation.AlterTable o -> moveTable(new ModelName(app, o.model()), after, before);
      case ModelOperation.AlterComment o ->
          editor.comment(before.model(new ModelName(app, o.model())));
      case ModelOperation.AlterUniqueTogether o ->
          alterTogether(new ModelName(app, o.model()), after, before);
      case ModelOperation.AlterOrder o -> alterOrder(new ModelName(app, o.model()), after, before);
      case Operation.RunSql o -> statements(Objects.requireNonNull(o.reverse()));
      case Operation.RunJava o ->
          java(app, o.description(), Objects.requireNonNull(o.reverse()), before);
    }
  }

  private void alterTogether(ModelName model, ProjectState before, ProjectState after) {
    editor.alterTogether(before.model(model), after.model(model), after);
  }

  private void alterOrder(ModelName model, ProjectState before, ProjectState after) {
    editor.alterOrder(before.model(model), after.model(model), after);
  }

  private void moveTable(ModelName model, ProjectState before, ProjectState after) {
    if (!before.model(model).table().equals(after.model(model).table())) {
      editor.moveModel(before, after, model, model);
    }
  }

  private void statements(List<String> all) {
    editor.beforeRows();
    all.forEach(editor::run);
    editor.afterRows();
  }

  private void java(String app, String description, DataStep step, ProjectState state) {
    if (connection == null) {
      editor.remark("A step in Java runs here: " + description + ".");
      return;
    }
    editor.beforeRows();
    try {
      step.run(new MigrationContext(app, connection, state, atomic, progress));
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new MigrationException(String.valueOf(e.getMessage()), e);
    }
    editor.afterRows();
  }
}
