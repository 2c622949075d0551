package io.quintet.forms.widgets;

import org.jspecify.annotations.Nullable;

/** A password; what was typed is not sent back unless asked for. */
final class PasswordInput extends Input {
  private final boolean showsValue;

  PasswordInput(boolean showsValue) {
    super("password");
    this.showsValue = showsValue;
  }

  @Override
  protected @Nullable Object format(@Nullable Object value) {
    return showsValue ? super.format(value) : null;
  }
}
