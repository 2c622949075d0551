package io.quintet.admin;

import io.quintet.http.Request;
import io.quintet.orm.Entity;
import io.quintet.orm.QuerySet;

/**
 * What an action does with the rows that were chosen in a list.
 *
 * @param <M> the model
 */
@FunctionalInterface
public interface ActionWork<M extends Entity> {
  /**
   * Does it, inside a transaction.
   *
   * @param rows the chosen rows, all that the user may see and has chosen
   * @return what to tell the user, such as "3 articles were published."
   */
  String run(Request request, QuerySet<M> rows) throws Exception;
}
