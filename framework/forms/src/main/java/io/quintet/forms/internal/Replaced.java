package io.quintet.forms.internal;

import io.quintet.core.text.SafeString;
import io.quintet.forms.FormTemplates;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** HTML of forms that a template of the site makes in place of the built-in one. */
public final class Replaced {
  private Replaced() {}

  /**
   * The HTML of a template, or null for the built-in one.
   *
   * @param own the template that was chosen for the thing, which has to exist; empty for none
   * @param usual the template that a site has, or has not
   * @param values what the template finds; made only if there is one
   */
  public static @Nullable SafeString find(
      String own, String usual, Supplier<Map<String, @Nullable Object>> values) {
    FormTemplates templates = FormTemplates.current();
    if (!own.isEmpty()) {
      return templates.render(own, values.get());
    }
    return templates.has(usual) ? templates.render(usual, values.get()) : null;
  }
}
