package io.quintet.templates.values;

/** Two values that cannot be compared in this way. */
public final class UncomparableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** With what was tried. */
  public UncomparableException(String message) {
    super(message, null, false, false);
  }
}
