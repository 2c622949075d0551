package io.quintet.views.wizard;

import io.quintet.forms.Fillable;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a visitor has answered so far: the valid forms of the steps, filled in. */
public final class Answers {
  private final Map<String, Fillable> forms = new LinkedHashMap<>();

  Answers() {}

  /** Whether a step was asked and answered. */
  public boolean has(WizardStep<?> step) {
    return forms.containsKey(step.name());
  }

  /**
   * The valid form of a step.
   *
   * @throws IllegalStateException if the step was not asked, or is not answered yet
   */
  @SuppressWarnings("unchecked") // the step made the form
  public <F extends Fillable> F get(WizardStep<F> step) {
    Fillable form = forms.get(step.name());
    if (form == null) {
      throw new IllegalStateException(
          "The step \"%s\" has no answer; there are answers of: %s. Ask has(step) first."
              .formatted(step.name(), String.join(", ", forms.keySet())));
    }
    return (F) form;
  }

  void put(WizardStep<?> step, Fillable form) {
    forms.put(step.name(), form);
  }
}
