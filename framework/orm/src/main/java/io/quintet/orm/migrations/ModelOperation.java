package io.quintet.orm.migrations;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A step that concerns a model as a whole. */
public sealed interface ModelOperation extends Operation
    permits ModelOperation.CreateModel,
        ModelOperation.DeleteModel,
        ModelOperation.RenameModel,
        ModelOperation.AlterOptions,
        ModelOperation.AlterTable,
        ModelOperation.AlterComment,
        ModelOperation.AlterUniqueTogether,
        ModelOperation.AlterOrder,
        ModelTransfer {
  /** The model, without its app. */
  String model();

  /** A new model and its table. */
  record CreateModel(
      String model,
      List<FieldState> fields,
      List<IndexState> indexes,
      List<ConstraintState> constraints,
      ModelOptions options,
      List<ModelName> bases)
      implements ModelOperation {

    /** Copies the lists. */
    public CreateModel {
      fields = List.copyOf(fields);
      indexes = List.copyOf(indexes);
      constraints = List.copyOf(constraints);
      bases = List.copyOf(bases);
    }

    /** Without bases. */
    public CreateModel(
        String model,
        List<FieldState> fields,
        List<IndexState> indexes,
        List<ConstraintState> constraints,
        ModelOptions options) {
      this(model, fields, indexes, constraints, options, List.of());
    }

    /** With these fields, in order. */
    public CreateModel fields(FieldState... all) {
      return new CreateModel(model, List.of(all), indexes, constraints, options, bases);
    }

    /** With an index more: field names in order, "-" before one for descending. */
    public CreateModel index(String name, String... fieldNames) {
      return with(new IndexState(name, List.of(fieldNames), null));
    }

    /** With an index more. */
    public CreateModel with(IndexState index) {
      return new CreateModel(model, fields, append(indexes, index), constraints, options, bases);
    }

    /** With a rule more that no two rows agree in all of these fields. */
    public CreateModel unique(String name, String... fieldNames) {
      return with(new ConstraintState.Unique(name, List.of(fieldNames), null));
    }

    /** With a rule more that every row meets the condition: SQL over column names. */
    public CreateModel check(String name, String condition) {
      return with(new ConstraintState.Check(name, condition));
    }

    /** With a constraint more. */
    public CreateModel with(ConstraintState constraint) {
      return new CreateModel(
          model, fields, indexes, append(constraints, constraint), options, bases);
    }

    /** In another table than the usual one. */
    public CreateModel table(String name) {
      return with(options.table(name));
    }

    /** In a table that belongs to someone else: nothing is done in the database. */
    public CreateModel unmanaged() {
      return with(options.unmanaged());
    }

    /** With a default order. */
    public CreateModel ordering(String... fieldNames) {
      return with(options.ordering(fieldNames));
    }

    /** With a list more of fields in which no two rows agree. */
    public CreateModel uniqueTogether(String... fieldNames) {
      return with(options.uniqueTogether(fieldNames));
    }

    /** With a place of each row within the value of that field. */
    public CreateModel orderWithRespectTo(String field) {
      return with(options.orderWithRespectTo(field));
    }

    /** With a comment of the table. */
    public CreateModel comment(String text) {
      return with(options.comment(text));
    }

    /** With something recorded that concerns the program alone. */
    public CreateModel note(String key, String value) {
      return with(options.note(key, value));
    }

    /** Upon these models: {@code "blog.Post"}. */
    public CreateModel bases(String... models) {
      return new CreateModel(
          model,
          fields,
          indexes,
          constraints,
          options,
          Stream.of(models).map(ModelName::parse).toList());
    }

    /** Another view of its base's table, without one of its own. */
    public CreateModel asProxy() {
      return with(options.asProxy());
    }

    /** With all options replaced. */
    public CreateModel with(ModelOptions changed) {
      return new CreateModel(model, fields, indexes, constraints, changed, bases);
    }

    static <T> List<T> append(List<T> list, T item) {
      return Stream.concat(list.stream(), Stream.of(item)).toList();
    }

    /** The model that it makes in an app. */
    public ModelState state(String app) {
      return new ModelState(
          new ModelName(app, model), fields, indexes, constraints, options, bases);
    }

    @Override
    public ProjectState apply(String app, ProjectState state) {
      if (state.find(new ModelName(app, model)).isPresent()) {
        throw new MigrationException(
            "Model " + app + "." + model + " exists already at this point of the history.");
      }
      return state.with(state(app));
    }

    @Override
    public String describe() {
      return "Create " + (options.proxy() ? "proxy model " : "model ") + model;
    }
  }

  /** A model and its table go, with all rows. */
  record DeleteModel(String model) implements ModelOperation {
    @Override
    public ProjectState apply(String app, ProjectState state) {
      return state.without(new ModelName(app, model));
    }

    @Override
    public String describe() {
      return "Delete model " + model;
    }
  }

  /** A model gets another name; its table follows when it has the usual name. */
  record RenameModel(String from, String to) implements ModelOperation {
    @Override
    public String model() {
      return from;
    }

    @Override
    public ProjectState apply(String app, ProjectState state) {
      return state.rename(new ModelName(app, from), new ModelName(app, to));
    }

    @Override
    public String describe() {
      return "Rename model " + from + " to " + to;
    }
  }

  /** What concerns neither the columns nor the name of the table: order, notes, management. */
  record AlterOptions(String model, ModelOptions options) implements ModelOperation {
    /** Refuses options that have an operation of their own. */
    public AlterOptions {
      if (!options.equals(options.outline())) {
        throw new MigrationException(
            "alterOptions of "
                + model
                + " takes ordering, notes and management only. For the table say alterTable,"
                + " for its comment alterComment, for uniqueTogether alterUniqueTogether,"
                + " for orderWithRespectTo alterOrder.");
      }
    }

    @Override
    public ProjectState apply(String app, ProjectState state) {
      return Operations.change(app, model, state, m -> m.withOptions(m.options().with(options)));
    }

    @Override
    public String describe() {
      return "Change options of " + model;
    }
  }

  /** The table gets another name, or the usual one for null. */
  record AlterTable(String model, @Nullable String table) implements ModelOperation {
    @Override
    public ProjectState apply(String app, ProjectState state) {
      return Operations.change(app, model, state, m -> m.withOptions(m.options().table(table)));
    }

    @Override
    public String describe() {
      return "Rename table of " + model + " to " + (table == null ? "the usual name" : table);
    }
  }

  /** The table gets another comment, or none for null. */
  record AlterComment(String model, @Nullable String comment) implements ModelOperation {
    @Override
    public ProjectState apply(String app, ProjectState state) {
      return Operations.change(app, model, state, m -> m.withOptions(m.options().comment(comment)));
    }

    @Override
    public String describe() {
      return "Alter comment of table of " + model;
    }
  }

  /** The lists of fields in which no two rows agree become these. */
  record AlterUniqueTogether(String model, List<List<String>> lists) implements ModelOperation {
    /** Copies the lists. */
    public AlterUniqueTogether {
      lists = lists.stream().map(List::copyOf).toList();
    }

    @Override
    public ProjectState apply(String app, ProjectState state) {
      return Operations.change(
          app, model, state, m -> m.withOptions(m.options().uniqueTogether(lists)));
    }

    @Override
    public String describe() {
      return "Alter unique together of " + model + " (" + lists.size() + ")";
    }
  }

  /** Rows get a place within the value of a field, or lose it for null. */
  record AlterOrder(String model, @Nullable String field) implements ModelOperation {
    @Override
    public ProjectState apply(String app, ProjectState state) {
      return Operations.change(
          app, model, state, m -> m.withOptions(m.options().orderWithRespectTo(field)));
    }

    @Override
    public String describe() {
      return "Set order with respect to of " + model + " to " + (field == null ? "nothing" : field);
    }
  }
}
