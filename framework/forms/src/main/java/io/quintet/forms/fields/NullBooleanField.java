package io.quintet.forms.fields;

import io.quintet.forms.BaseField;
import io.quintet.forms.widgets.Widgets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Yes, no or unknown (null); it accepts every answer. */
public final class NullBooleanField extends BaseField<Boolean, NullBooleanField> {
  /** A select of yes, no and unknown. */
  public NullBooleanField(String name) {
    super(name, Widgets.yesNo());
  }

  @Override
  protected @Nullable Boolean convert(@Nullable Object raw) {
    return switch (raw) {
      case Boolean truth -> truth;
      case String text ->
          switch (text) {
            case "True", "true", "1" -> Boolean.TRUE;
            case "False", "false", "0" -> Boolean.FALSE;
            default -> null;
          };
      case null, default -> null;
    };
  }

  @Override
  protected void validate(@Nullable Boolean value) {}

  @Override
  public boolean hasChanged(@Nullable Object initial, @Nullable Object raw) {
    return !isDisabled() && !Objects.equals(convert(initial), convert(raw));
  }
}
