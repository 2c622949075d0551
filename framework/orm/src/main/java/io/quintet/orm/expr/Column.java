package io.quintet.orm.expr;

import org.jspecify.annotations.Nullable;

/** A column of the model that is queried or of one related to it. */
public interface Column<R, T> {
  /** What it means; a {@link Node.Field}. */
  Node node();

  /** A new value in an update. */
  default Assignment<R> set(@Nullable T value) {
    return new Assignment<>(Columns.ownName(node()), new Node.Value(value));
  }

  /** A new value in an update, computed by the database. */
  default Assignment<R> set(Expression<R, ? extends T> value) {
    return new Assignment<>(Columns.ownName(node()), value.node());
  }
}
