package io.quintet.orm.internal.schema;

import io.quintet.orm.migrations.ColumnState;
import io.quintet.orm.migrations.ModelName;

/** What a new entity has in a field, and so what rows that exist can be given. */
public sealed interface NewValue {
  /** Tells what a new entity has in a field. */
  @FunctionalInterface
  interface Source {
    NewValue of(ModelName model, ColumnState field);
  }

  /** The same value in each. */
  record Constant(Object value) implements NewValue {}

  /** Another value in each; this is one of them. */
  record Different(Object value) implements NewValue {}

  /** Nothing, which the field allows to be stored as an empty value. */
  record Empty(Object value) implements NewValue {}

  /** The moment at which it is saved. */
  record Saved(Object now) implements NewValue {}

  /** The moment at which it is created. */
  record Created(Object now) implements NewValue {}

  /** The program does not say. */
  record Unknown() implements NewValue {}
}
