package io.quintet.orm;

/**
 * A value cannot be one of a field: a text that is no number, a number that is too large. It says
 * what an error of validation would say.
 */
public final class InvalidValueException extends QueryException {
  /** The code of a value that is of the right kind but does not fit into the field. */
  public static final String OUT_OF_RANGE = "out_of_range";

  private static final long serialVersionUID = 1L;

  private final String code;
  private final String sentence;

  /**
   * An error about a value.
   *
   * @param message for the programmer; does not repeat the value
   * @param code a stable word such as {@code invalid}
   * @param sentence for the person who gave the value; repeats it
   */
  public InvalidValueException(String message, String code, String sentence) {
    super(message);
    this.code = code;
    this.sentence = sentence;
  }

  /** The same about a field that may have no value. */
  public InvalidValueException orNone() {
    return new InvalidValueException(
        String.valueOf(getMessage()),
        code,
        sentence.replace("either True or False.", "either True, False, or None."));
  }

  /** A stable word such as {@code invalid}. */
  public String code() {
    return code;
  }

  /** A sentence for the person who gave the value, which it repeats. */
  public String sentence() {
    return sentence;
  }
}
