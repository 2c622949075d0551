package io.quintet.orm.migrations;

/** A field of a model at one point of the history: a column, or a many-to-many relation. */
public sealed interface FieldState permits ColumnState, ManyToManyState {
  /** The name of the field in Java. */
  String name();

  /** The same field under another name; a column that follows the field's name goes with it. */
  FieldState renamed(String name);

  /** The same field where every reference to one model points to another. */
  FieldState retargeted(ModelName from, ModelName to);
}
