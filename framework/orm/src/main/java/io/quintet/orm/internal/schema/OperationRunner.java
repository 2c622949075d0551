package io.quintet.orm.internal.schema;

import io.quintet.orm.migrations.DataStep;
import io.quintet.orm.migrations.MigrationContext;
import io.quintet.orm.migrations.MigrationException;
import io.quintet.orm.migrations.ModelName;
import io.quintet.orm.migrations.ModelState;
import io.quintet.orm.migrations.Operation;
import io.quintet.orm.migrations.ProjectState;
import java.sql.Connection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes the database follow an operation, forward or backward. */
final class OperationRunner {
  private final SchemaEditor editor;
  private final @Nullable Connection connection;

  /**
   * A runner.
   *
   * @param connection for steps in Java; null when statements are only collected
   */
  OperationRunner(SchemaEditor editor, @Nullable Connection connection) {
    this.editor = editor;
    this.connection = connection;
  }

  /** From the state before to the state after. */
  void forward(String app, Operation operation, ProjectState before, ProjectState after) {
    switch (operation) {
      case Operation.CreateModel o ->
          editor.createModel(after.model(new ModelName(app, o.model())), after);
      case Operation.DeleteModel o ->
          editor.deleteModel(before.model(new ModelName(app, o.model())));
      case Operation.RenameModel(String from, String to) ->
          editor.moveModel(before, after, new ModelName(app, from), new ModelName(app, to));
      case Operation.AddField o -> {
        ModelName model = new ModelName(app, o.model());
        editor.addField(
            before.model(model), after.model(model), after, o.field(), o.existingRows());
      }
      case Operation.RemoveField(String name, String field) -> {
        ModelState old = before.model(new ModelName(app, name));
        editor.removeField(old, after.model(old.name()), after, old.field(field));
      }
      case Operation.AlterField o -> {
        ModelName model = new ModelName(app, o.model());
        editor.alterField(
            before,
            after,
            model,
            before.model(model).field(o.field().name()),
            o.field(),
            o.existingRows());
      }
      case Operation.RenameField(String name, String from, String to) -> {
        ModelState model = before.model(new ModelName(app, name));
        editor.renameField(
            before, after, model, model.field(from), after.model(model.name()).field(to));
      }
      case Operation.AddIndex o ->
          editor.addIndex(after.model(new ModelName(app, o.model())), o.index());
      case Operation.RemoveIndex(String name, String index) -> {
        ModelState model = before.model(new ModelName(app, name));
        editor.removeIndex(model, model.index(index));
      }
      case Operation.AddConstraint o -> {
        ModelName model = new ModelName(app, o.model());
        editor.addConstraint(before.model(model), after.model(model), after, o.constraint());
      }
      case Operation.RemoveConstraint(String name, String constraint) -> {
        ModelState model = before.model(new ModelName(app, name));
        editor.removeConstraint(
            model, after.model(model.name()), after, model.constraint(constraint));
      }
      case Operation.AlterOptions o -> moveTable(new ModelName(app, o.model()), before, after);
      case Operation.RunSql o -> statements(o.forward());
      case Operation.RunJava o -> java(app, o.description(), o.forward(), after);
    }
  }

  /** From the state after back to the state before. */
  void backward(String app, Operation operation, ProjectState before, ProjectState after) {
    switch (operation) {
      case Operation.CreateModel o ->
          editor.deleteModel(after.model(new ModelName(app, o.model())));
      case Operation.DeleteModel o ->
          editor.createModel(before.model(new ModelName(app, o.model())), before);
      case Operation.RenameModel(String from, String to) ->
          editor.moveModel(after, before, new ModelName(app, to), new ModelName(app, from));
      case Operation.AddField o -> {
        ModelName model = new ModelName(app, o.model());
        editor.removeField(after.model(model), before.model(model), before, o.field());
      }
      case Operation.RemoveField(String name, String field) -> {
        ModelState old = before.model(new ModelName(app, name));
        editor.addField(after.model(old.name()), old, before, old.field(field), null);
      }
      case Operation.AlterField o -> {
        ModelName model = new ModelName(app, o.model());
        editor.alterField(
            after, before, model, o.field(), before.model(model).field(o.field().name()), null);
      }
      case Operation.RenameField(String name, String from, String to) -> {
        ModelState model = after.model(new ModelName(app, name));
        editor.renameField(
            after, before, model, model.field(to), before.model(model.name()).field(from));
      }
      case Operation.AddIndex o ->
          editor.removeIndex(after.model(new ModelName(app, o.model())), o.index());
      case Operation.RemoveIndex(String name, String index) -> {
        ModelState model = before.model(new ModelName(app, name));
        editor.addIndex(model, model.index(index));
      }
      case Operation.AddConstraint o -> {
        ModelName model = new ModelName(app, o.model());
        editor.removeConstraint(after.model(model), before.model(model), before, o.constraint());
      }
      case Operation.RemoveConstraint(String name, String constraint) -> {
        ModelState model = before.model(new ModelName(app, name));
        editor.addConstraint(
            after.model(model.name()), model, before, model.constraint(constraint));
      }
      case Operation.AlterOptions o -> moveTable(new ModelName(app, o.model()), after, before);
      case Operation.RunSql o -> statements(Objects.requireNonNull(o.reverse()));
      case Operation.RunJava o ->
          java(app, o.description(), Objects.requireNonNull(o.reverse()), before);
    }
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
      step.run(new MigrationContext(app, connection, state));
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new MigrationException(String.valueOf(e.getMessage()), e);
    }
    editor.afterRows();
  }
}
