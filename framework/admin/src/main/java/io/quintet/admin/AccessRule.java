package io.quintet.admin;

import io.quintet.http.Request;
import io.quintet.orm.Entity;
import org.jspecify.annotations.Nullable;

/**
 * Decides over a right beyond the user's permissions.
 *
 * @param <M> the model
 */
@FunctionalInterface
public interface AccessRule<M extends Entity> {
  /**
   * Whether the request's user has the right.
   *
   * @param right what is about to be done
   * @param entity with which row; null when the question is about the model as a whole
   * @param granted what the user's permissions say
   */
  boolean allows(Request request, Right right, @Nullable M entity, boolean granted);
}
