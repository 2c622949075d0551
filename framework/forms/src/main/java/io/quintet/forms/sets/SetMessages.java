package io.quintet.forms.sets;

import io.quintet.forms.validators.Violation;
import java.util.List;
import java.util.Map;

/** What is said of a set as a whole. */
final class SetMessages {
  private SetMessages() {}

  static Violation tampered(List<String> inputs) {
    return new Violation(
        "missing_management_form",
        "ManagementForm data is missing or has been tampered with. Missing fields: {field_names}."
            + " You may need to file a bug report if the issue persists.",
        Map.of("field_names", String.join(", ", inputs)));
  }

  static Violation tooMany(int max) {
    return new Violation(
        "too_many_forms",
        "Please submit at most {max} " + (max == 1 ? "form." : "forms."),
        Map.of("max", max));
  }

  static Violation tooFew(int min) {
    return new Violation(
        "too_few_forms",
        "Please submit at least {min} " + (min == 1 ? "form." : "forms."),
        Map.of("min", min));
  }
}
