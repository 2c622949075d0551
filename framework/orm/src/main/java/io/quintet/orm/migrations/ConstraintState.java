package io.quintet.orm.migrations;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A rule for the rows of a table that the database itself enforces. */
public sealed interface ConstraintState {
  /** Its name in the database, at most 63 characters. */
  String name();

  /**
   * No two rows agree in all of these fields.
   *
   * @param name the name in the database
   * @param fields field names in order
   * @param condition SQL over column names that limits the rule to some rows, or null for all rows
   */
  record Unique(String name, List<String> fields, @Nullable String condition)
      implements ConstraintState {
    /** Copies the fields. */
    public Unique {
      fields = List.copyOf(fields);
    }
  }

  /**
   * A condition that every row meets.
   *
   * @param name the name in the database
   * @param condition SQL over column names
   */
  record Check(String name, String condition) implements ConstraintState {}
}
