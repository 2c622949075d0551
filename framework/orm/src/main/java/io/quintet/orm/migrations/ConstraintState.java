package io.quintet.orm.migrations;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A rule for the rows of a table that the database itself enforces. */
public sealed interface ConstraintState {
  /** Its name in the database, at most 63 characters. */
  String name();

  /** What is recorded about it and concerns the program alone, such as the text of its error. */
  Map<String, String> notes();

  /** Something recorded about it that concerns the program alone. */
  default ConstraintState note(String key, String value) {
    return withNotes(Notes.plus(notes(), key, value));
  }

  /** The same with other notes. */
  ConstraintState withNotes(Map<String, String> newNotes);

  /**
   * No two rows agree in all of these fields or expressions.
   *
   * @param name the name in the database
   * @param fields field names in order; empty with expressions
   * @param expressions SQL over column names, in order; empty with fields
   * @param condition SQL over column names that limits the rule to some rows, or null for all rows
   * @param notes what concerns the program alone
   */
  record Unique(
      String name,
      List<String> fields,
      List<String> expressions,
      @Nullable String condition,
      Map<String, String> notes)
      implements ConstraintState {
    /** Copies the lists. */
    public Unique {
      fields = List.copyOf(fields);
      expressions = List.copyOf(expressions);
      notes = Map.copyOf(notes);
    }

    /** Over fields. */
    public Unique(String name, List<String> fields, @Nullable String condition) {
      this(name, fields, List.of(), condition, Map.of());
    }

    @Override
    public Unique withNotes(Map<String, String> newNotes) {
      return new Unique(name, fields, expressions, condition, newNotes);
    }

    /** Whether only an index can enforce it: it has a condition or expressions. */
    public boolean isIndex() {
      return condition != null || !expressions.isEmpty();
    }
  }

  /**
   * A condition that every row meets.
   *
   * @param name the name in the database
   * @param condition SQL over column names
   * @param notes what concerns the program alone
   */
  record Check(String name, String condition, Map<String, String> notes)
      implements ConstraintState {
    /** Copies the notes. */
    public Check {
      notes = Map.copyOf(notes);
    }

    /** Without notes. */
    public Check(String name, String condition) {
      this(name, condition, Map.of());
    }

    @Override
    public Check withNotes(Map<String, String> newNotes) {
      return new Check(name, condition, newNotes);
    }
  }
}
