package io.quintet.admin;

import io.quintet.http.Request;
import io.quintet.orm.Entity;

/**
 * Takes part when the admin saves a row, inside the transaction of the save.
 *
 * @param <M> the model
 */
@FunctionalInterface
public interface SaveHook<M extends Entity> {
  /**
   * Sees the row.
   *
   * @param isNew whether it is being added
   */
  void apply(Request request, M entity, boolean isNew);
}
