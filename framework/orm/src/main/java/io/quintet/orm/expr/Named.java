package io.quintet.orm.expr;

import io.quintet.orm.Entity;
import org.jspecify.annotations.Nullable;

/** An expression with a name: annotates the entities of a query, or names a column of a result. */
public record Named<R, T>(String name, Expression<R, T> expression) {
  /** Checks the name: letters, digits and underscores, a letter or underscore first. */
  public Named {
    Names.check(name);
  }

  /**
   * The value that an annotated query gave to an entity.
   *
   * @throws IllegalStateException when the entity does not come from such a query
   */
  @SuppressWarnings("unchecked")
  public @Nullable T of(Entity entity) {
    return (T) entity.annotation(name);
  }
}
