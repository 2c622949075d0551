package io.quintet.orm;

/** The values of an entity are not valid. */
public class ValidationException extends DbException {
  private static final long serialVersionUID = 1L;

  private final transient ValidationErrors errors;

  /** An error for these errors. */
  public ValidationException(ValidationErrors errors) {
    super("The values are not valid: " + errors);
    this.errors = errors;
  }

  /** The errors by field. */
  public ValidationErrors errors() {
    return errors;
  }
}
