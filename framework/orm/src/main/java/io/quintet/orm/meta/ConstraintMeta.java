package io.quintet.orm.meta;

import java.util.List;

/**
 * A constraint of a table; {@code message} and {@code code}, for people and programs when it is
 * violated, are empty unless the declaration gave them.
 */
public sealed interface ConstraintMeta {
  /** The name in the database. */
  String name();

  /** The text for people when it is violated, or empty. */
  String message();

  /** The code of the error when it is violated, or empty. */
  String code();

  /**
   * No two rows have the same values in these fields.
   *
   * @param expressions SQL over column names, which is to differ in place of fields
   * @param condition SQL over column names that limits it to some rows, or empty
   */
  record Unique(
      String name,
      List<String> fields,
      List<String> expressions,
      String condition,
      String message,
      String code)
      implements ConstraintMeta {
    /** Copies the lists. */
    public Unique {
      fields = List.copyOf(fields);
      expressions = List.copyOf(expressions);
    }

    /** Over fields, in all rows. */
    public Unique(String name, List<String> fields, String message) {
      this(name, fields, List.of(), "", message, "");
    }

    /** Whether it is over fields, in all rows. */
    public boolean isPlain() {
      return expressions.isEmpty() && condition.isEmpty();
    }
  }

  /** Each row meets an SQL condition. */
  record Check(String name, String condition, String message, String code)
      implements ConstraintMeta {
    /** Without a code of its own. */
    public Check(String name, String condition, String message) {
      this(name, condition, message, "");
    }
  }
}
