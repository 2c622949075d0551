package io.quintet.forms.fields;

import io.quintet.forms.BaseField;
import io.quintet.forms.widgets.Widgets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A checkbox. Mandatory, it must be ticked ("I accept the terms"). */
public final class BooleanField extends BaseField<Boolean, BooleanField> {
  /** A checkbox that must be ticked, unless it is made optional. */
  public BooleanField(String name) {
    super(name, Widgets.checkbox());
  }

  @Override
  protected Boolean convert(@Nullable Object raw) {
    return switch (raw) {
      case null -> false;
      case Boolean truth -> truth;
      case String text -> !text.isEmpty() && !text.equalsIgnoreCase("false") && !text.equals("0");
      case Number number -> number.doubleValue() != 0;
      default -> !isEmpty(raw);
    };
  }

  @Override
  protected void validate(@Nullable Boolean value) {
    if (isRequired() && !Boolean.TRUE.equals(value)) {
      throw refused("required");
    }
  }

  @Override
  public boolean hasChanged(@Nullable Object initial, @Nullable Object raw) {
    return !isDisabled() && !Objects.equals(convert(initial), convert(raw));
  }
}
