package io.quintet.orm.migrations;

import io.quintet.orm.internal.schema.JoinTables;
import org.jspecify.annotations.Nullable;

/**
 * A step in which a table changes hands with its rows: between apps, or between a model and a
 * many-to-many field.
 */
public sealed interface ModelTransfer extends ModelOperation {
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
  record MoveModel(ModelName from, String to, @Nullable String table) implements ModelTransfer {
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
  record ModelMoved(String model, ModelName to) implements ModelTransfer {
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
      implements ModelTransfer {
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
  record ModelToPairs(String model, String owner, ManyToManyState field) implements ModelTransfer {
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
}
