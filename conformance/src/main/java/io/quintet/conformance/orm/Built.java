package io.quintet.conformance.orm;

import io.quintet.orm.Entity;
import io.quintet.orm.QuerySet;
import io.quintet.orm.Rows;
import io.quintet.orm.Selection;
import io.quintet.orm.expr.SubqueryOf;

/** A queryset of a case, of entities or of columns. */
record Built(Rows<Entity, ?, ?> rows) {
  SubqueryOf subquery() {
    return rows;
  }

  /** The queryset of entities. */
  @SuppressWarnings("unchecked") // a queryset of the model of the rows
  QuerySet<Entity> entities(String wish) {
    if ((Rows<?, ?, ?>) rows instanceof QuerySet<?> entities) {
      return (QuerySet<Entity>) entities;
    }
    throw new IllegalArgumentException(wish + " takes entities, not columns.");
  }

  /** The columns. */
  @SuppressWarnings("unchecked") // what a row is read into does not matter here
  Selection<Entity, Object> columns() {
    return (Selection<Entity, Object>) (Rows<?, ?, ?>) rows;
  }

  boolean isColumns() {
    return (Rows<?, ?, ?>) rows instanceof Selection<?, ?>;
  }
}
