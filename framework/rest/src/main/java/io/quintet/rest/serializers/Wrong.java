package io.quintet.rest.serializers;

import java.io.Serial;
import java.util.List;

/** One value is wrong: the messages about it, or a map of them. */
final class Wrong extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  final transient Object errors;

  Wrong(Object errors) {
    super(errors.toString(), null, false, false);
    this.errors = errors;
  }

  static Wrong because(String message) {
    return new Wrong(List.of(message));
  }
}
