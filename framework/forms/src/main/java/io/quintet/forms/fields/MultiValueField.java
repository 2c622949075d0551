package io.quintet.forms.fields;

import io.quintet.forms.BaseField;
import io.quintet.forms.Field;
import io.quintet.forms.validators.ValidationException;
import io.quintet.forms.validators.Violation;
import io.quintet.forms.widgets.MultiWidget;
import io.quintet.forms.widgets.Widget;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One value typed into several inputs, each with a field of its own. Extend it for values such as
 * an amount with its currency:
 *
 * <pre>{@code
 * final class MoneyField extends MultiValueField<Money> {
 *   MoneyField(String name) {
 *     super(name, new DecimalField("amount"), new ChoiceField<>("currency", Choices.of(Currency.class)));
 *   }
 *
 *   protected Money compress(List<@Nullable Object> values) {
 *     return new Money((BigDecimal) values.get(0), (Currency) values.get(1));
 *   }
 *
 *   protected List<@Nullable Object> decompress(Money money) {
 *     return List.of(money.amount(), money.currency());
 *   }
 * }
 * }</pre>
 *
 * @param <T> the type of the value
 */
public abstract class MultiValueField<T> extends BaseField<T, MultiValueField<T>> {
  private final List<BaseField<?, ?>> fields;
  private final List<Boolean> needed;
  private boolean requiresAll = true;

  /** Made of these fields, in the order of the inputs; their names are not sent. */
  protected MultiValueField(String name, BaseField<?, ?>... fields) {
    super(name, new Parts(List.of(fields)));
    this.fields = List.of(fields);
    this.needed = this.fields.stream().map(Field::isRequired).toList();
    ((Parts) widget()).splitBy(this::parts);
    this.fields.forEach(field -> field.required(false));
    tell("invalid", "Enter a list of values.");
    tell("incomplete", "Enter a complete value.");
  }

  /** The inputs side by side. */
  private static final class Parts extends MultiWidget {
    private java.util.function.Function<@Nullable Object, List<@Nullable Object>> split =
        value -> List.of();

    Parts(List<BaseField<?, ?>> fields) {
      super(fields.stream().map(Field::widget).toArray(Widget[]::new));
    }

    void splitBy(java.util.function.Function<@Nullable Object, List<@Nullable Object>> parts) {
      this.split = parts;
    }

    @Override
    protected List<@Nullable Object> split(@Nullable Object value) {
      return split.apply(value);
    }
  }

  /** Makes the value of its accepted parts, in order; a part may be null if it may be left out. */
  protected abstract @Nullable T compress(List<@Nullable Object> values);

  /** The parts of a value, in the order of the inputs. */
  protected abstract List<@Nullable Object> decompress(T value);

  /**
   * Parts may be left empty if their own field is optional, and one that is needed is told as an
   * incomplete value.
   */
  public MultiValueField<T> requireAll(boolean all) {
    this.requiresAll = all;
    return this;
  }

  @SuppressWarnings("unchecked") // initial values are those of the field
  private List<@Nullable Object> parts(@Nullable Object value) {
    return value == null ? Collections.nCopies(fields.size(), null) : decompress((T) value);
  }

  @Override
  @SuppressWarnings("unchecked") // code gives a value of the type
  protected @Nullable T convert(@Nullable Object raw) {
    if (isEmpty(raw)) {
      return null;
    }
    if (!(raw instanceof List<?> sent)) {
      if (raw instanceof String) {
        throw refused("invalid");
      }
      return (T) raw;
    }
    if (sent.stream().allMatch(MultiValueField::isEmpty)) {
      return null;
    }
    List<@Nullable Object> values = new ArrayList<>();
    List<Violation> violations = new ArrayList<>();
    for (int i = 0; i < fields.size(); i++) {
      Object part = i < sent.size() ? sent.get(i) : null;
      if (isEmpty(part) && requiresAll && isRequired()) {
        throw refused("required");
      }
      if (isEmpty(part) && !requiresAll && needed.get(i)) {
        add(violations, refused("incomplete").violations());
        continue;
      }
      try {
        values.add(fields.get(i).clean(part));
      } catch (ValidationException e) {
        add(violations, e.violations());
      }
    }
    if (!violations.isEmpty()) {
      throw new ValidationException(violations);
    }
    return compress(values);
  }

  private static void add(List<Violation> known, List<Violation> more) {
    more.stream().filter(violation -> !known.contains(violation)).forEach(known::add);
  }

  @Override
  public boolean hasChanged(@Nullable Object initial, @Nullable Object raw) {
    if (isDisabled()) {
      return false;
    }
    List<@Nullable Object> before = initial instanceof List<?> list ? copy(list) : parts(initial);
    List<?> now = raw instanceof List<?> list ? list : List.of();
    for (int i = 0; i < fields.size(); i++) {
      Object was = i < before.size() ? before.get(i) : null;
      if (fields.get(i).hasChanged(was, i < now.size() ? now.get(i) : null)) {
        return true;
      }
    }
    return false;
  }

  private static List<@Nullable Object> copy(List<?> list) {
    return new ArrayList<>(list);
  }
}
