package io.quintet.forms.widgets;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Text of several lines. */
final class Textarea extends Widget {
  Textarea() {
    attr("cols", 40);
    attr("rows", 10);
  }

  @Override
  protected void write(
      StringBuilder out,
      String name,
      @Nullable Object value,
      Map<String, ? extends @Nullable Object> attributes) {
    out.append("<textarea");
    Attributes.write(out, "name", name);
    Attributes.write(out, attributes);
    Object text = format(value);
    out.append(">\n").append(text == null ? "" : Attributes.escape(text)).append("</textarea>");
  }
}
