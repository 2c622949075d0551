package io.quintet.forms.fields;

import io.quintet.forms.BaseField;
import io.quintet.forms.internal.Texts;
import io.quintet.forms.widgets.ChoiceWidget;
import io.quintet.forms.widgets.Widget;
import io.quintet.forms.widgets.Widgets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Some of several choices; an optional field that was left empty has an empty list.
 *
 * @param <T> the type of each value
 */
public final class MultipleChoiceField<T> extends BaseField<List<T>, MultipleChoiceField<T>> {
  private Choices<T> choices;

  /** Some of these, with a select of many. */
  public MultipleChoiceField(String name, Choices<T> choices) {
    super(name, Widgets.selectMultiple());
    this.choices = choices;
    tell("invalid_choice", "Select a valid choice. {value} is not one of the available choices.");
    tell("invalid_list", "Enter a list of values.");
    attached(widget());
  }

  /** Replaces the choices, for instance by those that the user may see. */
  public MultipleChoiceField<T> choices(Choices<T> choices) {
    this.choices = choices;
    return this;
  }

  @Override
  protected void attached(Widget widget) {
    if (widget instanceof ChoiceWidget offering) {
      offering.options(() -> choices.options());
    }
  }

  @Override
  protected Widget hiddenWidget() {
    return Widgets.multipleHidden();
  }

  @Override
  protected List<T> convert(@Nullable Object raw) {
    if (raw == null || isEmpty(raw)) {
      return List.of();
    }
    if (!(raw instanceof Collection<?> sent)) {
      throw refused("invalid_list");
    }
    List<T> values = new ArrayList<>();
    for (Object one : sent) {
      String key = one == null ? "" : key(one);
      T value = choices.find(key);
      if (value == null) {
        throw refused("invalid_choice", Map.of("value", key));
      }
      values.add(value);
    }
    return values;
  }

  @SuppressWarnings("unchecked")
  private String key(Object value) {
    return value instanceof String text ? text : choices.key((T) value);
  }

  @Override
  protected @Nullable Object prepare(@Nullable Object value) {
    return value instanceof Collection<?> many ? keys(many) : value;
  }

  private List<String> keys(Collection<?> values) {
    List<String> keys = new ArrayList<>();
    for (Object value : values) {
      keys.add(value == null ? "" : key(value));
    }
    return keys;
  }

  @Override
  public boolean hasChanged(@Nullable Object initial, @Nullable Object raw) {
    return !isDisabled() && (count(initial) != count(raw) || !set(initial).equals(set(raw)));
  }

  private static int count(@Nullable Object value) {
    return value instanceof Collection<?> many ? many.size() : isEmpty(value) ? 0 : 1;
  }

  private Set<String> set(@Nullable Object value) {
    return switch (value) {
      case Collection<?> many -> new HashSet<>(keys(many));
      case null -> Set.of();
      case String none when none.isEmpty() -> Set.of();
      default -> Set.of(Texts.text(value));
    };
  }
}
