package io.quintet.forms.fields;

import io.quintet.forms.BaseField;
import io.quintet.forms.Field;
import io.quintet.forms.internal.Texts;
import io.quintet.forms.widgets.Widgets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Text that several fields must accept one after the other, each given what the one before made of
 * it:
 *
 * <pre>{@code
 * new ComboField("contact", TextField.email("contact"), new TextField("contact").maxLength(20))
 * }</pre>
 */
public final class ComboField extends BaseField<String, ComboField> {
  private final List<Field<String>> fields;

  /** Accepted by all of these, in this order. That a value is needed is for this field to say. */
  @SafeVarargs
  public ComboField(String name, BaseField<String, ?>... fields) {
    super(name, Widgets.text());
    this.fields = List.of(fields);
    for (BaseField<String, ?> field : fields) {
      field.optional();
    }
  }

  @Override
  protected @Nullable String convert(@Nullable Object raw) {
    return raw == null || isEmpty(raw) ? "" : Texts.text(raw);
  }

  @Override
  public @Nullable String clean(@Nullable Object raw, @Nullable Object initial) {
    String value = super.clean(raw, initial);
    for (Field<String> field : fields) {
      value = field.clean(value);
    }
    return value;
  }
}
