package io.quintet.orm.migrations;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An index over some fields, or over expressions.
 *
 * @param name its name in the database, at most 63 characters
 * @param fields field names in order, "-" before one for descending; empty with expressions
 * @param expressions SQL over column names, in order; empty with fields
 * @param condition SQL over column names that limits the index to some rows, or null for all rows
 */
public record IndexState(
    String name, List<String> fields, List<String> expressions, @Nullable String condition) {
  /** Copies the lists. */
  public IndexState {
    fields = List.copyOf(fields);
    expressions = List.copyOf(expressions);
  }

  /** Over fields. */
  public IndexState(String name, List<String> fields, @Nullable String condition) {
    this(name, fields, List.of(), condition);
  }

  /** Under another name. */
  public IndexState withName(String newName) {
    return new IndexState(newName, fields, expressions, condition);
  }

  /** What it covers, for people. */
  String covers() {
    return String.join(", ", fields.isEmpty() ? expressions : fields);
  }
}
