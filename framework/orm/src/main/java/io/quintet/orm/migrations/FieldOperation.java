package io.quintet.orm.migrations;

import org.jspecify.annotations.Nullable;

/** A step that concerns one field of a model. */
public sealed interface FieldOperation extends Operation {
  /** The model, without its app. */
  String model();

  /** The name of the field before the step. */
  String name();

  /**
   * A new field.
   *
   * @param existingRows what the rows that exist get: text, a whole number as Long, BigDecimal,
   *     Double, Boolean, a java.time value or a UUID; null for nothing
   */
  record AddField(String model, FieldState field, @Nullable Object existingRows)
      implements FieldOperation {
    @Override
    public String name() {
      return field.name();
    }

    /** Whole numbers become Long. */
    public AddField {
      existingRows = Operations.widen(existingRows);
    }

    /** Fills the rows that exist. */
    public AddField existingRows(Object value) {
      return new AddField(model, field, value);
    }

    @Override
    public ProjectState apply(String app, ProjectState state) {
      return Operations.change(app, model, state, m -> m.plus(field));
    }

    @Override
    public String describe() {
      return "Add field " + field.name() + " to " + model;
    }
  }

  /** A field goes, with its values. */
  record RemoveField(String model, String name) implements FieldOperation {
    @Override
    public ProjectState apply(String app, ProjectState state) {
      return Operations.change(app, model, state, m -> m.minus(name));
    }

    @Override
    public String describe() {
      return "Remove field " + name + " from " + model;
    }
  }

  /**
   * A field gets another type, another column or other properties.
   *
   * @param existingRows what rows get that have null in a column that no longer allows it; null for
   *     nothing
   */
  record AlterField(String model, FieldState field, @Nullable Object existingRows)
      implements FieldOperation {
    @Override
    public String name() {
      return field.name();
    }

    /** Whole numbers become Long. */
    public AlterField {
      existingRows = Operations.widen(existingRows);
    }

    /** Fills the rows that have null. */
    public AlterField existingRows(Object value) {
      return new AlterField(model, field, value);
    }

    @Override
    public ProjectState apply(String app, ProjectState state) {
      return Operations.change(app, model, state, m -> m.replace(field));
    }

    @Override
    public String describe() {
      return "Alter field " + field.name() + " of " + model;
    }
  }

  /** A field gets another name; its column follows when it has the usual name. */
  record RenameField(String model, String from, String to) implements FieldOperation {
    @Override
    public String name() {
      return from;
    }

    @Override
    public ProjectState apply(String app, ProjectState state) {
      return Operations.change(app, model, state, m -> m.renameField(from, to));
    }

    @Override
    public String describe() {
      return "Rename field " + from + " of " + model + " to " + to;
    }
  }
}
