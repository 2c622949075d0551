package io.quintet.orm.migrations;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One step of a migration. Each kind knows how it changes the {@link ProjectState}; the schema
 * editors know how to make the database follow, forward and backward.
 *
 * <p>Models are named without the app: an operation changes models of its own migration's app only.
 */
public sealed interface Operation {
  /**
   * The state after this step, for a migration of the given app. Throws {@link MigrationException}
   * when it does not fit.
   */
  ProjectState apply(String app, ProjectState state);

  /** What it does, in a sentence without full stop: {@code Add field pages to Book}. */
  String describe();

  /** Whether it can be taken back. */
  default boolean isReversible() {
    return true;
  }

  /** A new model and its table. */
  record CreateModel(
      String model,
      List<FieldState> fields,
      List<IndexState> indexes,
      List<ConstraintState> constraints,
      ModelOptions options)
      implements Operation {

    /** Copies the lists. */
    public CreateModel {
      fields = List.copyOf(fields);
      indexes = List.copyOf(indexes);
      constraints = List.copyOf(constraints);
    }

    /** With these fields, in order. */
    public CreateModel fields(FieldState... all) {
      return new CreateModel(model, List.of(all), indexes, constraints, options);
    }

    /** With an index more: field names in order, "-" before one for descending. */
    public CreateModel index(String name, String... fieldNames) {
      return with(new IndexState(name, List.of(fieldNames), null));
    }

    /** With an index more. */
    public CreateModel with(IndexState index) {
      return new CreateModel(model, fields, append(indexes, index), constraints, options);
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
      return new CreateModel(model, fields, indexes, append(constraints, constraint), options);
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

    private CreateModel with(ModelOptions changed) {
      return new CreateModel(model, fields, indexes, constraints, changed);
    }

    private static <T> List<T> append(List<T> list, T item) {
      return Stream.concat(list.stream(), Stream.of(item)).toList();
    }

    /** The model that it makes in an app. */
    public ModelState state(String app) {
      return new ModelState(new ModelName(app, model), fields, indexes, constraints, options);
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
      return "Create model " + model;
    }
  }

  /** A model and its table go, with all rows. */
  record DeleteModel(String model) implements Operation {
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
  record RenameModel(String from, String to) implements Operation {
    @Override
    public ProjectState apply(String app, ProjectState state) {
      return state.rename(new ModelName(app, from), new ModelName(app, to));
    }

    @Override
    public String describe() {
      return "Rename model " + from + " to " + to;
    }
  }

  /**
   * A new field.
   *
   * @param existingRows what the rows that exist get: text, a whole number as Long, BigDecimal,
   *     Double, Boolean, a java.time value or a UUID; null for nothing
   */
  record AddField(String model, FieldState field, @Nullable Object existingRows)
      implements Operation {
    /** Whole numbers become Long. */
    public AddField {
      existingRows = widen(existingRows);
    }

    /** Fills the rows that exist. */
    public AddField existingRows(Object value) {
      return new AddField(model, field, value);
    }

    @Override
    public ProjectState apply(String app, ProjectState state) {
      return change(app, model, state, m -> m.plus(field));
    }

    @Override
    public String describe() {
      return "Add field " + field.name() + " to " + model;
    }
  }

  /** A field goes, with its values. */
  record RemoveField(String model, String field) implements Operation {
    @Override
    public ProjectState apply(String app, ProjectState state) {
      return change(app, model, state, m -> m.minus(field));
    }

    @Override
    public String describe() {
      return "Remove field " + field + " from " + model;
    }
  }

  /**
   * A field gets another type, another column or other properties.
   *
   * @param existingRows what rows get that have null in a column that no longer allows it; null for
   *     nothing
   */
  record AlterField(String model, FieldState field, @Nullable Object existingRows)
      implements Operation {
    /** Whole numbers become Long. */
    public AlterField {
      existingRows = widen(existingRows);
    }

    /** Fills the rows that have null. */
    public AlterField existingRows(Object value) {
      return new AlterField(model, field, value);
    }

    @Override
    public ProjectState apply(String app, ProjectState state) {
      return change(app, model, state, m -> m.replace(field));
    }

    @Override
    public String describe() {
      return "Alter field " + field.name() + " of " + model;
    }
  }

  /** A field gets another name; its column follows when it has the usual name. */
  record RenameField(String model, String from, String to) implements Operation {
    @Override
    public ProjectState apply(String app, ProjectState state) {
      return change(app, model, state, m -> m.renameField(from, to));
    }

    @Override
    public String describe() {
      return "Rename field " + from + " of " + model + " to " + to;
    }
  }

  /** A new index. */
  record AddIndex(String model, IndexState index) implements Operation {
    @Override
    public ProjectState apply(String app, ProjectState state) {
      return change(app, model, state, m -> m.withIndexes(CreateModel.append(m.indexes(), index)));
    }

    @Override
    public String describe() {
      return "Create index "
          + index.name()
          + " on "
          + String.join(", ", index.fields())
          + " of "
          + model;
    }
  }

  /** An index goes. */
  record RemoveIndex(String model, String name) implements Operation {
    @Override
    public ProjectState apply(String app, ProjectState state) {
      return change(
          app,
          model,
          state,
          m -> {
            IndexState gone = m.index(name);
            return m.withIndexes(m.indexes().stream().filter(i -> i != gone).toList());
          });
    }

    @Override
    public String describe() {
      return "Remove index " + name + " from " + model;
    }
  }

  /** A new constraint; rows that exist must meet it. */
  record AddConstraint(String model, ConstraintState constraint) implements Operation {
    @Override
    public ProjectState apply(String app, ProjectState state) {
      return change(
          app,
          model,
          state,
          m -> m.withConstraints(CreateModel.append(m.constraints(), constraint)));
    }

    @Override
    public String describe() {
      return "Create constraint " + constraint.name() + " on " + model;
    }
  }

  /** A constraint goes. */
  record RemoveConstraint(String model, String name) implements Operation {
    @Override
    public ProjectState apply(String app, ProjectState state) {
      return change(
          app,
          model,
          state,
          m -> {
            ConstraintState gone = m.constraint(name);
            return m.withConstraints(m.constraints().stream().filter(c -> c != gone).toList());
          });
    }

    @Override
    public String describe() {
      return "Remove constraint " + name + " from " + model;
    }
  }

  /** The options of a model change; the table is renamed when its name is among them. */
  record AlterOptions(String model, ModelOptions options) implements Operation {
    @Override
    public ProjectState apply(String app, ProjectState state) {
      return change(app, model, state, m -> m.withOptions(options));
    }

    @Override
    public String describe() {
      return "Change options of " + model;
    }
  }

  /**
   * Statements as they are.
   *
   * @param forward in order
   * @param reverse in order, or null when it cannot be taken back
   */
  record RunSql(List<String> forward, @Nullable List<String> reverse) implements Operation {
    /** Copies the lists. */
    public RunSql {
      forward = List.copyOf(forward);
      reverse = reverse == null ? null : List.copyOf(reverse);
    }

    /** Takes it back by these statements; none when there is nothing to take back. */
    public RunSql reverse(String... statements) {
      return new RunSql(forward, Arrays.asList(statements));
    }

    @Override
    public ProjectState apply(String app, ProjectState state) {
      return state;
    }

    @Override
    public String describe() {
      return "Run SQL";
    }

    @Override
    public boolean isReversible() {
      return reverse != null;
    }
  }

  /**
   * A step in Java on the rows.
   *
   * @param description what it does, in a few words without full stop: {@code Fill the slugs}
   * @param forward the step
   * @param reverse how to take it back, or null when it cannot be
   */
  record RunJava(String description, DataStep forward, @Nullable DataStep reverse)
      implements Operation {
    /** Takes it back by this step. */
    public RunJava reverse(DataStep step) {
      return new RunJava(description, forward, step);
    }

    /** There is nothing to take back. */
    public RunJava reverseNothing() {
      return reverse(context -> {});
    }

    @Override
    public ProjectState apply(String app, ProjectState state) {
      return state;
    }

    @Override
    public String describe() {
      return description;
    }

    @Override
    public boolean isReversible() {
      return reverse != null;
    }
  }

  private static ProjectState change(
      String app, String model, ProjectState state, UnaryOperator<ModelState> change) {
    return state.with(change.apply(state.model(new ModelName(app, model))));
  }

  private static @Nullable Object widen(@Nullable Object value) {
    return switch (value) {
      case Integer number -> (Object) number.longValue();
      case Short number -> number.longValue();
      case Byte number -> number.longValue();
      case Enum<?> constant -> constant.name();
      case null, default -> value;
    };
  }
}
