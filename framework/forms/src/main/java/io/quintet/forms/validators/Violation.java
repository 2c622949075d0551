package io.quintet.forms.validators;

import io.quintet.forms.internal.Texts;
import java.util.Map;

/**
 * One reason why a value was refused.
 *
 * @param code what kind of reason, for programs: {@code required}, {@code max_length} ...
 * @param template the message, with {@code {name}} where a parameter goes
 * @param params the parameters by name
 */
public record Violation(String code, String template, Map<String, Object> params) {
  /** Copies the parameters. */
  public Violation {
    params = Map.copyOf(params);
  }

  /** A violation with a ready message. */
  public static Violation of(String code, String message) {
    return new Violation(code, message, Map.of());
  }

  /** The message with its parameters filled in. */
  public String message() {
    return Texts.fill(template, params);
  }

  /** The same violation told with another message, which may name the same parameters. */
  public Violation told(String template) {
    return new Violation(code, template, params);
  }
}
