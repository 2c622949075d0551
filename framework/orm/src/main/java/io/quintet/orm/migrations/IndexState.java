package io.quintet.orm.migrations;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An index over several fields, or over one with an order or a condition.
 *
 * @param name its name in the database, at most 63 characters
 * @param fields field names in order, "-" before one for descending
 * @param condition SQL over column names that a row must meet to be in the index, or null for all
 *     rows
 */
public record IndexState(String name, List<String> fields, @Nullable String condition) {
  /** Copies the fields. */
  public IndexState {
    fields = List.copyOf(fields);
  }
}
