package io.quintet.orm.migrations;

/** A step that concerns an index or a constraint of a model. */
public sealed interface IndexOperation extends Operation {
  /** The model, without its app. */
  String model();

  /** A new index. */
  record AddIndex(String model, IndexState index) implements IndexOperation {
    @Override
    public ProjectState apply(String app, ProjectState state) {
      return Operations.change(
          app,
          model,
          state,
          m -> m.withIndexes(ModelOperation.CreateModel.append(m.indexes(), index)));
    }

    @Override
    public String describe() {
      return "Create index " + index.name() + " on " + index.covers() + " of " + model;
    }
  }

  /** An index goes. */
  record RemoveIndex(String model, String name) implements IndexOperation {
    @Override
    public ProjectState apply(String app, ProjectState state) {
      return Operations.change(
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
  record AddConstraint(String model, ConstraintState constraint) implements IndexOperation {
    @Override
    public ProjectState apply(String app, ProjectState state) {
      return Operations.change(
          app,
          model,
          state,
          m -> m.withConstraints(ModelOperation.CreateModel.append(m.constraints(), constraint)));
    }

    @Override
    public String describe() {
      return "Create constraint " + constraint.name() + " on " + model;
    }
  }

  /** A constraint goes. */
  record RemoveConstraint(String model, String name) implements IndexOperation {
    @Override
    public ProjectState apply(String app, ProjectState state) {
      return Operations.change(
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

  /** An index gets another name. */
  record RenameIndex(String model, String from, String to) implements IndexOperation {
    @Override
    public ProjectState apply(String app, ProjectState state) {
      return Operations.change(
          app,
          model,
          state,
          m -> {
            IndexState old = m.index(from);
            return m.withIndexes(
                m.indexes().stream().map(i -> i == old ? i.withName(to) : i).toList());
          });
    }

    @Override
    public String describe() {
      return "Rename index " + from + " of " + model + " to " + to;
    }
  }

  /** What a constraint says to the program changes; the database is left as it is. */
  record AlterConstraint(String model, ConstraintState constraint) implements IndexOperation {
    @Override
    public ProjectState apply(String app, ProjectState state) {
      return Operations.change(
          app,
          model,
          state,
          m -> {
            ConstraintState old = m.constraint(constraint.name());
            return m.withConstraints(
                m.constraints().stream().map(c -> c == old ? constraint : c).toList());
          });
    }

    @Override
    public String describe() {
      return "Alter constraint " + constraint.name() + " on " + model;
    }
  }
}
