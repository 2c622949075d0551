package io.quintet.orm.internal.sql;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A common table expression: a query with a name, maybe one that refers to itself. */
public final class CteSource {
  private final String name;
  private final Query start;
  private @Nullable Query step;

  /** The rows of a query; {@code name} is one that was checked. */
  public CteSource(String name, Query start) {
    this.name = name;
    this.start = start;
  }

  /** Adds the query that finds more rows by those found so far. */
  public void repeat(Query query) {
    step = query;
  }

  /** The name in the statement. */
  public String table() {
    return "cte_" + name;
  }

  /** The names of its columns. */
  public List<String> columns() {
    return start.outputs().stream().map(Query.Output::name).toList();
  }

  /** The name of a column in the statement, by its position counted from 0. */
  public static String column(int position) {
    return "c" + (position + 1);
  }

  boolean isRecursive() {
    return step != null;
  }

  Query start() {
    return start;
  }

  Query step() {
    return Objects.requireNonNull(step);
  }
}
