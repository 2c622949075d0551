package io.quintet.orm.meta;

import java.math.BigDecimal;

/**
 * A rule of Jakarta Validation that a field carries; {@code message} is empty unless the
 * declaration gave one.
 */
public sealed interface FieldRule {
  /** The text for people, or empty. */
  String message();

  /** Text with something else than white space. */
  record NotBlank(String message) implements FieldRule {}

  /** Between {@code min} and {@code max} characters or elements. */
  record Size(int min, int max, String message) implements FieldRule {}

  /** At least {@code value}. */
  record Min(BigDecimal value, String message) implements FieldRule {}

  /** At most {@code value}. */
  record Max(BigDecimal value, String message) implements FieldRule {}

  /** Text that matches a regular expression as a whole. */
  record Pattern(java.util.regex.Pattern regexp, String message) implements FieldRule {}

  /** A number with at most so many digits before and after the point. */
  record Digits(int integer, int fraction, String message) implements FieldRule {}

  /** An e-mail address. */
  record Email(String message) implements FieldRule {}
}
