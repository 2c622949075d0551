package io.quintet.orm.migrations;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is true of a model as a whole.
 *
 * @param table the table, or null for the usual {@code app_model}
 * @param managed false when the table belongs to someone else and migrations leave it alone
 * @param ordering field names in default order, "-" before one for descending
 */
public record ModelOptions(@Nullable String table, boolean managed, List<String> ordering) {
  /** Usual table, managed, no order. */
  public static final ModelOptions USUAL = new ModelOptions(null, true, List.of());

  /** Copies the ordering. */
  public ModelOptions {
    ordering = List.copyOf(ordering);
  }

  /** Another table than the usual one, or null for that. */
  public ModelOptions table(@Nullable String name) {
    return new ModelOptions(name, managed, ordering);
  }

  /** The table belongs to someone else. */
  public ModelOptions unmanaged() {
    return new ModelOptions(table, false, ordering);
  }

  /** The default order. */
  public ModelOptions ordering(String... fields) {
    return new ModelOptions(table, managed, List.of(fields));
  }
}
