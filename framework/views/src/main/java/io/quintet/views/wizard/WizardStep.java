package io.quintet.views.wizard;

import io.quintet.forms.Fillable;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * A page of a wizard: its form, and when it is asked at all.
 *
 * <pre>{@code
 * static final WizardStep<ContactForm> CONTACT = WizardStep.of("contact", ContactForm::new);
 * static final WizardStep<BillForm> BILL =
 *     WizardStep.of("bill", BillForm::new).when(answers -> !answers.get(CONTACT).free.value());
 * }</pre>
 *
 * @param <F> the form or form set
 */
public final class WizardStep<F extends Fillable> {
  private final String name;
  private final Function<Answers, F> form;
  private final Predicate<Answers> condition;
  private final String template;

  private WizardStep(
      String name, Function<Answers, F> form, Predicate<Answers> condition, String template) {
    this.name = name;
    this.form = form;
    this.condition = condition;
    this.template = template;
  }

  /**
   * A step whose form is always the same.
   *
   * @param name letters, digits and hyphens; it is the prefix of the form and part of the address
   * @throws IllegalArgumentException if the name has other characters
   */
  public static <F extends Fillable> WizardStep<F> of(String name, Supplier<F> form) {
    return from(name, answers -> form.get());
  }

  /**
   * A step whose form depends on the answers of the steps before it.
   *
   * @throws IllegalArgumentException if the name has other characters than letters, digits and
   *     hyphens
   */
  public static <F extends Fillable> WizardStep<F> from(String name, Function<Answers, F> form) {
    if (!name.matches("[A-Za-z0-9][A-Za-z0-9-]*")) {
      throw new IllegalArgumentException(
          "A step of a wizard is called with letters, digits and hyphens, not \"" + name + "\"");
    }
    return new WizardStep<>(name, form, answers -> true, "");
  }

  /** The step is left out unless the answers of the steps before it say so. */
  public WizardStep<F> when(Predicate<Answers> asked) {
    return new WizardStep<>(name, form, asked, template);
  }

  /** Sets a template of its own. */
  public WizardStep<F> template(String name) {
    return new WizardStep<>(this.name, form, condition, name);
  }

  /** The name. */
  public String name() {
    return name;
  }

  F form(Answers answers) {
    return form.apply(answers);
  }

  boolean isAsked(Answers answers) {
    return condition.test(answers);
  }

  String template() {
    return template;
  }
}
