package io.quintet.forms.validators;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A value was refused, for one or more reasons that can be shown to the person who sent it. */
public final class ValidationException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Violation> violations;

  /** Refuses a value for these reasons. */
  public ValidationException(List<Violation> violations) {
    super(violations.stream().map(Violation::message).collect(Collectors.joining(" ")));
    this.violations = List.copyOf(violations);
  }

  /** Refuses a value with a message; its code is {@code invalid}. */
  public ValidationException(String message) {
    this("invalid", message);
  }

  /** Refuses a value with a code and a message. */
  public ValidationException(String code, String message) {
    this(List.of(Violation.of(code, message)));
  }

  /** Refuses a value with a code and a message in which {@code {name}} stands for a parameter. */
  public ValidationException(String code, String template, Map<String, Object> params) {
    this(List.of(new Violation(code, template, params)));
  }

  /** The reasons, at least one. */
  public List<Violation> violations() {
    return violations;
  }
}
