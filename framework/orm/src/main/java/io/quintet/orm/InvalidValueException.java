package io.quintet.orm;

/**
 * A query compares a column with a text that tells no value of its type. The message does not repeat
 * the text; {@link #errors()} does, for the person who gave it.
 */
public final class InvalidValueException extends QueryException {
  private static final long serialVersionUID = 1L;

  private final transient ValidationErrors errors;

  /** An error with a message and what a form would show. */
  public InvalidValueException(String message, ValidationErrors errors) {
    super(message);
    this.errors = errors;
  }

  /** What is wrong with the text, under the empty name. */
  public ValidationErrors errors() {
    return errors;
  }
}
