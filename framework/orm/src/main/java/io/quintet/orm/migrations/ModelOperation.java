package io.quintet.orm.migrations;

import io.quintet.orm.internal.schema.JoinTables;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A step that concerns a model as a whole. */
public sealed interface ModelOperation extends Operation {
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

  /**
   * A model of another app becomes one of this app, with its rows; whatever refers to it follows,
   * and so does its table when it has the usual name.
   *
   * <p>In the migrations of the other app {@link ModelMoved} says so: what comes there later is
   * done after the move.
   *
   * @param from the model until then
   * @param to its name in this app
   * @param table what its table is called afterwards; null when it keeps its own name or follows
   */
  record MoveModel(ModelName from, String to, @Nullable String table) implements ModelOperation {
    /** Its table keeps that name, or gets it. */
    public MoveModel table(String name) {
      return new MoveModel(from, to, name);
    }

    @Override
    public String model() {
      return to;
    }

    @Override
    public ProjectState apply(String app, ProjectState state) {
      ModelName now = new ModelName(app, to);
      if (state.find(now).isPresent()) {
        throw new MigrationException(
            "Model "
                + from
                + " cannot become "
                + now
                + ": that model exists already at this point of the history.");
      }
      ProjectState moved = state.rename(from, now);
      ModelState model = moved.model(now);
      return table == null ? moved : moved.with(model.withOptions(model.options().table(table)));
    }

    @Override
    public String describe() {
      String named = from.model().equals(to) ? "" : " as " + to;
      return "Move model " + from.model() + " from " + from.app() + named;
    }
  }

  /**
   * Notes that a model of this app went to another: nothing is done. It stands in a migration that
   * depends on the one with {@link MoveModel}.
   */
  record ModelMoved(String model, ModelName to) implements ModelOperation {
    @Override
    public ProjectState apply(String app, ProjectState state) {
      ModelName from = new ModelName(app, model);
      if (state.find(from).isPresent()) {
        throw new MigrationException(
            "Model "
                + from
                + " is still there at this point of the history. Depend on the migration of "
                + to.app()
                + " that moves it.");
      }
      return state;
    }

    @Override
    public String describe() {
      return "Model " + model + " is " + to + " now";
    }
  }

  /**
   * The pairs of a many-to-many field become a model of the same app, through which the field goes
   * then. The table stays as it is, with its rows: the model has the name of that table, a key
   * {@code id} and two foreign keys, unique together. What it is to have besides is added
   * afterwards.
   *
   * @param model the new model
   * @param owner the model that has the field
   * @param field the field
   * @param source the field of the new model that points to the owner
   * @param target the field of the new model that points to the other side
   */
  record PairsToModel(String model, String owner, String field, String source, String target)
      implements ModelOperation {
    @Override
    public ProjectState apply(String app, ProjectState state) {
      ModelState before = state.model(new ModelName(app, owner));
      ModelName through = new ModelName(app, model);
      if (!(before.field(field) instanceof ManyToManyState link) || link.through() != null) {
        throw new MigrationException(
            "Field '" + field + "' of " + before.name() + " has no pairs of its own.");
      }
      if (state.find(through).isPresent()) {
        throw new MigrationException(
            "Model " + through + " exists already at this point of the history.");
      }
      return state
          .with(JoinTables.asModel(before, link, through, source, target))
          .with(before.replace(link.through(through.toString())));
    }

    @Override
    public String describe() {
      return "Make the pairs of " + field + " of " + owner + " the model " + model;
    }
  }

  /**
   * A model through which a many-to-many field goes becomes its pairs. The table stays as it is,
   * with its rows; so the model must have nothing that a table of pairs has not.
   *
   * @param model the model that goes
   * @param owner the model of the same app that has the field
   * @param field the field as it is then
   */
  record ModelToPairs(String model, String owner, ManyToManyState field) implements ModelOperation {
    @Override
    public ProjectState apply(String app, ProjectState state) {
      ModelState before = state.model(new ModelName(app, owner));
      ModelState through = state.model(new ModelName(app, model));
      if (!JoinTables.isLike(through, before, field)) {
        throw new MigrationException(
            "Model "
                + through.name()
                + " cannot become the pairs of "
                + before.name()
                + "."
                + field.name()
                + " at this point of the history: it must have the table, the columns and the unique rule of a table of pairs, and nothing else.");
      }
      return state.without(through.name()).with(before.replace(field));
    }

    @Override
    public String describe() {
      return "Make model " + model + " the pairs of " + field.name() + " of " + owner;
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
