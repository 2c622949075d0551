package io.quintet.forms.internal;

import io.quintet.core.format.LocaleFormats;
import io.quintet.core.format.LocalizedInput;
import io.quintet.core.format.NumberFormat;
import io.quintet.core.i18n.Locales;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Numbers as a language writes them.
 *
 * @param formats asked each time, for the language may change
 * @param grouped whether digits are grouped by thousands
 */
public record LocalNumbers(Supplier<LocaleFormats> formats, boolean grouped) {
  /** Those of the current language, without groups. */
  public static LocalNumbers current() {
    return new LocalNumbers(() -> LocaleFormats.of(Locales.current()), false);
  }

  /** What was typed, with a plain decimal point. */
  public String read(String text) {
    return LocalizedInput.read(text, formats.get(), grouped);
  }

  /** A number as text; anything else as it is. */
  public @Nullable Object show(@Nullable Object value) {
    return value instanceof Number number
        ? NumberFormat.format(number, formats.get(), grouped).toString()
        : value;
  }
}
