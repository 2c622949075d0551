package io.quintet.forms.fields;

import io.quintet.forms.BaseField;
import io.quintet.forms.internal.Texts;
import io.quintet.forms.widgets.ChoiceWidget;
import io.quintet.forms.widgets.Option;
import io.quintet.forms.widgets.Widget;
import io.quintet.forms.widgets.Widgets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One of several choices.
 *
 * @param <T> the type of the value
 */
public final class ChoiceField<T> extends BaseField<T, ChoiceField<T>> {
  private Choices<T> choices;
  private @Nullable String emptyLabel = "---------";

  /** One of these, with a select. */
  public ChoiceField(String name, Choices<T> choices) {
    super(name, Widgets.select());
    this.choices = choices;
    tell("invalid_choice", "Select a valid choice. {value} is not one of the available choices.");
    attached(widget());
  }

  /** Replaces the choices, for instance by those that the user may see. */
  public ChoiceField<T> choices(Choices<T> choices) {
    this.choices = choices;
    return this;
  }

  /** Sets the label of the first, empty option. */
  public ChoiceField<T> emptyLabel(String label) {
    this.emptyLabel = label;
    return this;
  }

  /** Leaves out the empty option. */
  public ChoiceField<T> withoutEmpty() {
    this.emptyLabel = null;
    return this;
  }

  @Override
  protected void attached(Widget widget) {
    if (widget instanceof ChoiceWidget offering) {
      offering.options(this::offered);
    }
  }

  /** A mandatory choice that has an initial value, or radio buttons, need no empty option. */
  private List<? extends Option> offered() {
    boolean needed = !isRequired() || (knownInitial() == null && !widget().fieldset());
    if (emptyLabel == null || !needed) {
      return choices.options();
    }
    List<Option> all = new ArrayList<>();
    all.add(Option.of("", emptyLabel));
    all.addAll(choices.options());
    return all;
  }

  @Override
  protected @Nullable T convert(@Nullable Object raw) {
    if (raw == null || isEmpty(raw)) {
      return null;
    }
    T value = choices.find(key(raw));
    if (value == null) {
      throw refused("invalid_choice", Map.of("value", raw));
    }
    return value;
  }

  @SuppressWarnings("unchecked")
  private String key(Object value) {
    return value instanceof String text ? text : choices.key((T) value);
  }

  @Override
  protected @Nullable Object prepare(@Nullable Object value) {
    return value == null ? null : key(value);
  }

  @Override
  public boolean hasChanged(@Nullable Object initial, @Nullable Object raw) {
    String before = initial == null ? "" : key(initial);
    String now = raw == null ? "" : Texts.text(raw);
    return !isDisabled() && !before.equals(now);
  }
}
