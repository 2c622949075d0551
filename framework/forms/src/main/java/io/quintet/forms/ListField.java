package io.quintet.forms;

import io.quintet.forms.internal.Texts;
import io.quintet.forms.validators.ValidationException;
import io.quintet.forms.validators.Violation;
import io.quintet.forms.widgets.Widgets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Several values in one text, with commas between them; another field reads each.
 *
 * @param <T> the class of a value
 */
public final class ListField<T> extends BaseField<List<T>, ListField<T>> {
  /** How many values it takes unless told otherwise. */
  public static final int MOST = 1000;

  private final Field<T> element;
  private int most = MOST;

  /** A field with the name of another one, which reads each value. */
  public ListField(Field<T> element) {
    super(element.name(), Widgets.text());
    this.element = element;
  }

  /** Sets how many values it takes. */
  public ListField<T> most(int values) {
    this.most = values;
    return this;
  }

  @Override
  protected List<T> convert(@Nullable Object raw) {
    if (raw == null || isEmpty(raw)) {
      return List.of();
    }
    List<?> parts =
        raw instanceof List<?> list ? list : List.of(Texts.text(raw).split(",", most + 2));
    if (parts.size() > most) {
      throw new ValidationException(
          "max_length",
          "List contains %d items, it should contain no more than %d."
              .formatted(parts.size(), most));
    }
    List<T> values = new ArrayList<>();
    List<Violation> violations = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      Object part = parts.get(i);
      try {
        T value =
            element.clean(part instanceof CharSequence text ? Texts.strip(text.toString()) : part);
        if (value != null) {
          values.add(value);
        }
      } catch (ValidationException e) {
        String item = "Item " + (i + 1) + " in the array did not validate: ";
        e.violations()
            .forEach(v -> violations.add(Violation.of("item_invalid", item + v.message())));
      }
    }
    if (!violations.isEmpty()) {
      throw new ValidationException(violations);
    }
    return values;
  }

  @Override
  protected @Nullable Object prepare(@Nullable Object value) {
    if (!(value instanceof List<?> list)) {
      return value;
    }
    return String.join(
        ",",
        list.stream()
            .map(element::prepare)
            .map(each -> each == null ? "" : Texts.text(each))
            .toList());
  }
}
