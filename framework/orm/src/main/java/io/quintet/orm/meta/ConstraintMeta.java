package io.quintet.orm.meta;

import java.util.List;

/** A constraint of a table; {@code message} is empty unless the declaration gave one. */
public sealed interface ConstraintMeta {
  /** The name in the database. */
  String name();

  /** The text for people when it is violated, or empty. */
  String message();

  /** No two rows have the same values in these fields. */
  record Unique(String name, List<String> fields, String message) implements ConstraintMeta {
    /** Copies the list. */
    public Unique {
      fields = List.copyOf(fields);
    }
  }

  /** Each row meets an SQL condition. */
  record Check(String name, String condition, String message) implements ConstraintMeta {}
}
