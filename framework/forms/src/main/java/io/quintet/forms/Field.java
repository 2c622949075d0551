package io.quintet.forms;

import io.quintet.core.text.HtmlValue;
import io.quintet.forms.internal.Texts;
import io.quintet.forms.validators.ValidationException;
import io.quintet.forms.validators.Validator;
import io.quintet.forms.validators.Violation;
import io.quintet.forms.widgets.Widget;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One field of a form: its declaration, and after {@link Form#isValid} its value.
 *
 * @param <T> the type of its value
 */
public abstract class Field<T> {
  final Map<String, String> messages = new HashMap<>();
  final List<Validator<? super T>> validators = new ArrayList<>();
  private final String name;
  Widget widget;
  String template = "";
  @Nullable String label;
  Object help = "";
  @Nullable String labelSuffix;
  boolean required = true;
  boolean disabled;
  boolean showsInitial;
  boolean live;
  @Nullable Supplier<? extends @Nullable Object> initial;
  @Nullable BoundField bound;

  /** A field of a name and with a widget to begin with. */
  protected Field(String name, Widget widget) {
    this.name = name;
    this.widget = widget;
    messages.put("required", "This field is required.");
  }

  /** The name under which it is sent, without the form's prefix. */
  public final String name() {
    return name;
  }

  /** The label, made from the name unless one was given. */
  public final String label() {
    return label == null ? Texts.pretty(name) : label;
  }

  /** The help text, or empty; HTML if it was given as such. */
  public final CharSequence help() {
    return help instanceof HtmlValue html
        ? io.quintet.core.text.SafeString.of(html.html())
        : help.toString();
  }

  /** Whether a value must be given. */
  public final boolean isRequired() {
    return required;
  }

  /** Whether the value can not be changed: what is sent is ignored. */
  public final boolean isDisabled() {
    return disabled;
  }

  /** Whether the server checks it alone while the form is filled in. */
  public final boolean isLive() {
    return live && !disabled && !widget.hidden() && !widget.multipart();
  }

  /** The widget that shows it. */
  public final Widget widget() {
    return widget;
  }

  /** The value that is shown before anything was sent, or null. */
  public final @Nullable Object initial() {
    return initial == null ? null : initial.get();
  }

  /** The initial value: that of the form it stands in, else its own. */
  protected final @Nullable Object knownInitial() {
    return bound == null ? initial() : bound.initial();
  }

  /** The widget that carries the value unseen. */
  protected Widget hiddenWidget() {
    return io.quintet.forms.widgets.Widgets.hidden();
  }

  /**
   * The typed value of what was sent.
   *
   * @param raw what the widget read: text, a list of text, a file, a truth value, or null
   * @return the value, or null if there is none
   * @throws ValidationException if the text does not mean a value of the type
   */
  protected abstract @Nullable T convert(@Nullable Object raw);

  /**
   * Refuses a missing value of a mandatory field; more rules can be added by overriding.
   *
   * @throws ValidationException if the value is refused
   */
  protected void validate(@Nullable T value) {
    if (required && isEmpty(value)) {
      throw refused("required");
    }
  }

  /**
   * Converts and validates what was sent.
   *
   * @return the value; null if the field is optional and nothing was sent (text fields give empty
   *     text)
   * @throws ValidationException with every reason why it is refused
   */
  public final @Nullable T clean(@Nullable Object raw) {
    return clean(raw, null);
  }

  /** As {@link #clean(Object)}, knowing the initial value: a file field keeps a stored file. */
  public @Nullable T clean(@Nullable Object raw, @Nullable Object initial) {
    T value = convert(raw);
    validate(value);
    runValidators(value);
    return value;
  }

  /** Runs the validators on a value that is present and throws all their complaints together. */
  protected final void runValidators(@Nullable T value) {
    if (value == null || isEmpty(value)) {
      return;
    }
    List<Violation> violations = new ArrayList<>();
    for (Validator<? super T> validator : allValidators()) {
      try {
        validator.validate(value);
      } catch (ValidationException e) {
        e.violations().forEach(violation -> violations.add(told(violation)));
      }
    }
    if (!violations.isEmpty()) {
      throw new ValidationException(violations);
    }
  }

  /** The validators: those of the type around those that were added. */
  protected List<Validator<? super T>> allValidators() {
    return validators;
  }

  private Violation told(Violation violation) {
    String own = messages.get(violation.code());
    return own == null ? violation : violation.told(own);
  }

  /** The exception for one of this field's messages. */
  protected final ValidationException refused(String code) {
    return refused(code, Map.of());
  }

  /** The exception for one of this field's messages, with parameters. */
  protected final ValidationException refused(String code, Map<String, Object> params) {
    return new ValidationException(code, messages.getOrDefault(code, code), params);
  }

  /** Sets the type's own message for a code. */
  protected final void tell(String code, String message) {
    messages.put(code, message);
  }

  /** Whether a value counts as none: null, empty text, an empty collection. */
  protected static boolean isEmpty(@Nullable Object value) {
    return switch (value) {
      case null -> true;
      case CharSequence text -> text.isEmpty();
      case Collection<?> many -> many.isEmpty();
      case Map<?, ?> map -> map.isEmpty();
      default -> false;
    };
  }

  /** Whether what was sent differs from an initial value. */
  public boolean hasChanged(@Nullable Object initial, @Nullable Object raw) {
    if (disabled) {
      return false;
    }
    Object now;
    try {
      now = convert(raw);
    } catch (ValidationException e) {
      return true;
    }
    return !same(initial == null ? "" : initial, now == null ? "" : now);
  }

  /** Whether two values mean the same; numbers by value. */
  protected boolean same(Object before, Object now) {
    if (before instanceof Number a && now instanceof Number b && isFinite(a) && isFinite(b)) {
      return new java.math.BigDecimal(a.toString())
              .compareTo(new java.math.BigDecimal(b.toString()))
          == 0;
    }
    return Objects.equals(before, now);
  }

  private static boolean isFinite(Number number) {
    return !(number instanceof Double || number instanceof Float)
        || Double.isFinite(number.doubleValue());
  }

  /** The value as the widget shows it. */
  protected @Nullable Object prepare(@Nullable Object value) {
    return value;
  }

  /** What a bound form shows: what was sent, or the initial value of a disabled field. */
  protected @Nullable Object shown(@Nullable Object raw, @Nullable Object initial) {
    return disabled ? initial : raw;
  }

  /** Attributes that follow from the declaration, such as {@code maxlength}. */
  protected Map<String, Object> widgetAttributes(Widget widget) {
    return Map.of();
  }

  /**
   * The value of a valid form.
   *
   * @throws IllegalStateException if the form is not valid, or the field is optional and was left
   *     empty
   */
  public final T value() {
    T value = orNull();
    if (value == null) {
      throw new IllegalStateException(
          "The optional field \""
              + name
              + "\" was left empty: read it with orNull(), orElse(...) or find()");
    }
    return value;
  }

  /**
   * The value of a valid form, or null if the field is optional and was left empty.
   *
   * @throws IllegalStateException if this field was refused, or the form has not been bound
   */
  @SuppressWarnings("unchecked")
  public final @Nullable T orNull() {
    return (T) bound().cleaned();
  }

  /** The value of a valid form, or another if the field is optional and was left empty. */
  public final T orElse(T other) {
    T value = orNull();
    return value == null ? other : value;
  }

  /** The value of a valid form, or nothing if the field is optional and was left empty. */
  public final Optional<T> find() {
    return Optional.ofNullable(orNull());
  }

  /** Whether the form was bound and this field was not refused. */
  public final boolean isValid() {
    return bound().isValid();
  }

  /** Why it was refused; empty if it was not. */
  public final ErrorList errors() {
    return bound().errors();
  }

  /**
   * This field in its form: how it is shown.
   *
   * @throws IllegalStateException if the field belongs to no form
   */
  public final BoundField bound() {
    if (bound == null) {
      throw new IllegalStateException(
          "The field \"" + name + "\" belongs to no form; declare it with Form.add(...)");
    }
    return bound;
  }
}
