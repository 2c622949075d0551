package io.quintet.rest.serializers;

import org.jspecify.annotations.Nullable;

/**
 * For what data are checked.
 *
 * @param <E> the class of the object
 * @param target the object to be changed, or null for a new one
 * @param partial whether fields may be left out, as in a PATCH
 */
public record Validation<E>(@Nullable E target, boolean partial) {
  /** For a new object. */
  public static <E> Validation<E> create() {
    return new Validation<>(null, false);
  }

  /** For the replacement of all fields. */
  public static <E> Validation<E> update(E target) {
    return new Validation<>(target, false);
  }

  /** For the change of some fields. */
  public static <E> Validation<E> partial(E target) {
    return new Validation<>(target, true);
  }
}
