package io.quintet.tasks;

/**
 * A value that does not fit the {@link Codec} of a task's argument or result. The message names the
 * kinds of value, never the value itself, for it is written to logs.
 */
public final class CodecException extends TaskException {
  private static final long serialVersionUID = 1L;

  /** A mismatch, described. */
  public CodecException(String message) {
    super(message);
  }

  /** A mismatch found by a parser. */
  public CodecException(String message, Throwable cause) {
    super(message, cause);
  }
}
