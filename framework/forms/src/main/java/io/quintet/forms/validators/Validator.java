package io.quintet.forms.validators;

import java.util.function.Predicate;

/**
 * A rule for a value: returns quietly, or refuses it.
 *
 * <pre>{@code
 * text("code").check(Validators.regex("[A-Z]{3}", "Three capital letters, please."))
 * }</pre>
 *
 * @param <T> what it looks at
 */
@FunctionalInterface
public interface Validator<T> {
  /**
   * Looks at a value that is present (never null, never empty).
   *
   * @throws ValidationException if the value breaks the rule
   */
  void validate(T value);

  /**
   * The same rule told in other words: a message in which {@code {name}} stands for a parameter of
   * the rule's own, such as {@code {value}} or {@code {limit_value}}.
   */
  default Validator<T> told(String message) {
    return value -> {
      try {
        validate(value);
      } catch (ValidationException e) {
        throw new ValidationException(
            e.violations().stream().map(violation -> violation.told(message)).toList());
      }
    };
  }

  /** The same rule with a code and message of your own, see {@link #told(String)}. */
  default Validator<T> told(String code, String message) {
    return value -> {
      try {
        validate(value);
      } catch (ValidationException e) {
        throw new ValidationException(
            e.violations().stream()
                .map(violation -> new Violation(code, message, violation.params()))
                .toList());
      }
    };
  }

  /**
   * A rule from a condition; a value for which it is false is refused with code {@code invalid}.
   */
  static <T> Validator<T> of(Predicate<? super T> holds, String message) {
    return value -> {
      if (!holds.test(value)) {
        throw new ValidationException(message);
      }
    };
  }
}
