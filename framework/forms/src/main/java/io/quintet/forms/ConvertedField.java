package io.quintet.forms;

import io.quintet.forms.widgets.Widget;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A field of values of an application's own class, which another field reads and shows in a plainer
 * form.
 *
 * <pre>{@code
 * var colour =
 *     new ConvertedField<>(
 *         new TextField("colour").maxLength(7), Colour.class, Colour::parse, Colour::hex);
 * }</pre>
 *
 * @param <T> the class of its values
 * @param <S> the class of the plainer values
 */
public final class ConvertedField<T, S> extends BaseField<T, ConvertedField<T, S>> {
  private final Field<S> plain;
  private final Class<T> type;
  private final Function<? super S, ? extends T> fromPlain;
  private final Function<? super T, ? extends S> toPlain;

  /**
   * A field with the name, widget and rules of another one.
   *
   * @param plain reads what was sent
   * @param type the class of the values
   * @param fromPlain makes a value; throws {@link IllegalArgumentException} when there is none
   * @param toPlain what is shown for a value
   */
  public ConvertedField(
      Field<S> plain,
      Class<T> type,
      Function<? super S, ? extends T> fromPlain,
      Function<? super T, ? extends S> toPlain) {
    super(plain.name(), plain.widget());
    this.plain = plain;
    this.type = type;
    this.fromPlain = fromPlain;
    this.toPlain = toPlain;
    plain.required = false;
    tell("invalid", "Enter a valid value.");
  }

  @Override
  protected @Nullable T convert(@Nullable Object raw) {
    if (type.isInstance(raw)) {
      return type.cast(raw);
    }
    S read = plain.clean(raw);
    if (read == null || isEmpty(read)) {
      return null;
    }
    try {
      return fromPlain.apply(read);
    } catch (IllegalArgumentException e) {
      throw refused("invalid");
    }
  }

  private @Nullable Object plain(@Nullable Object value) {
    return type.isInstance(value) ? toPlain.apply(type.cast(value)) : value;
  }

  @Override
  protected @Nullable Object prepare(@Nullable Object value) {
    return plain.prepare(plain(value));
  }

  @Override
  protected @Nullable Object shown(@Nullable Object raw, @Nullable Object initial) {
    return isDisabled() ? initial : plain.shown(raw, plain(initial));
  }

  @Override
  public boolean hasChanged(@Nullable Object initial, @Nullable Object raw) {
    return !isDisabled() && plain.hasChanged(plain(initial), raw);
  }

  @Override
  protected Widget hiddenWidget() {
    return plain.hiddenWidget();
  }

  @Override
  protected Map<String, Object> widgetAttributes(Widget widget) {
    return plain.widgetAttributes(widget);
  }
}
