package io.quintet.forms;

import io.quintet.core.text.SafeString;
import io.quintet.forms.validators.ValidationException;
import io.quintet.forms.validators.Validator;
import io.quintet.forms.widgets.Widget;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The options that every field has, to be chained. Extend it for a field type of your own.
 *
 * @param <T> the type of the value
 * @param <S> the class itself
 */
public abstract class BaseField<T, S extends BaseField<T, S>> extends Field<T> {
  /** A field of a name and with a widget to begin with. */
  protected BaseField(String name, Widget widget) {
    super(name, widget);
  }

  @SuppressWarnings("unchecked")
  private S self() {
    return (S) this;
  }

  /** Sets the label; empty for none. */
  public S label(String label) {
    this.label = label;
    return self();
  }

  /** Sets what ends the label, in place of the form's colon. */
  public S labelSuffix(String suffix) {
    this.labelSuffix = suffix;
    return self();
  }

  /** Sets a help text. */
  public S help(String text) {
    this.help = text;
    return self();
  }

  /** Sets a help text that is HTML. */
  public S help(SafeString html) {
    this.help = html;
    return self();
  }

  /** The value may be left out. */
  public S optional() {
    return required(false);
  }

  /** Whether a value must be given; it must unless told otherwise. */
  public S required(boolean required) {
    this.required = required;
    widget.required(required);
    return self();
  }

  /** The value is shown and can not be changed: what is sent is ignored. */
  public S disabled() {
    this.disabled = true;
    return self();
  }

  /** Sets the value shown before anything was sent. */
  public S initial(@Nullable Object value) {
    return initialFrom(() -> value);
  }

  /** Sets where the value comes from that is shown before anything was sent; asked once a form. */
  public S initialFrom(Supplier<? extends @Nullable Object> value) {
    this.initial = value;
    return self();
  }

  /** The initial value is sent along in a hidden input, and decides whether there was a change. */
  public S showHiddenInitial() {
    this.showsInitial = true;
    return self();
  }

  /**
   * The server checks it alone as soon as the visitor leaves it, by the rules of the field; those
   * of the whole form wait until it is sent. Do not choose it where an answer tells something to
   * strangers, such as whether an address has an account.
   */
  public S live() {
    this.live = true;
    return self();
  }

  /** Sets the template of the field with its label, help and errors; see {@link FormTemplates}. */
  public S template(String name) {
    this.template = name;
    return self();
  }

  /** Replaces the widget. */
  public S widget(Widget widget) {
    this.widget = widget;
    widget.required(required);
    attached(widget);
    return self();
  }

  /** Called when a widget takes its place; a choice field gives it the options. */
  protected void attached(Widget widget) {}

  /** Sets an attribute of the widget's HTML. */
  public S attr(String name, @Nullable Object value) {
    widget.attr(name, value);
    return self();
  }

  /** Sets the message for an error code, with {@code {name}} for its parameters. */
  public S message(String code, String message) {
    messages.put(code, message);
    return self();
  }

  /** Adds a rule. */
  public S check(Validator<? super T> rule) {
    validators.add(rule);
    return self();
  }

  /** Adds a rule from a condition: values for which it is false are refused with the message. */
  public S check(Predicate<? super T> holds, String message) {
    return check(
        (Validator<T>)
            value -> {
              if (!holds.test(value)) {
                throw new ValidationException(message);
              }
            });
  }
}
