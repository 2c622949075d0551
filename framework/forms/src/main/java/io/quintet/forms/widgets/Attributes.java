package io.quintet.forms.widgets;

import io.quintet.core.text.Html;
import io.quintet.forms.internal.Texts;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes HTML attributes: {@code true} is a bare name, {@code false} and null are left out. */
public final class Attributes {
  private Attributes() {}

  /** Appends the attributes in their order, each with a space before it, values escaped. */
  public static void write(StringBuilder out, Map<String, ? extends @Nullable Object> attributes) {
    attributes.forEach((name, value) -> write(out, name, value));
  }

  /** Appends one attribute with a space before it, its value escaped. */
  public static void write(StringBuilder out, String name, @Nullable Object value) {
    if (value == null || Boolean.FALSE.equals(value)) {
      return;
    }
    out.append(' ').append(Html.escapeText(name));
    if (!Boolean.TRUE.equals(value)) {
      out.append("=\"").append(escape(value)).append('"');
    }
  }

  /** A value as text that is safe in a page: HTML stays as it is, anything else is escaped. */
  static String escape(Object value) {
    return value instanceof io.quintet.core.text.HtmlValue html
        ? html.html()
        : Html.escapeText(Texts.text(value));
  }
}
