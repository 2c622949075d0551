package io.quintet.forms.widgets;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An HTML {@code input} of some type. */
public class Input extends Widget {
  private final String type;

  /** An input of a type such as {@code text} or {@code color}. */
  public Input(String type) {
    this.type = type;
  }

  /** The type attribute. */
  public final String type() {
    return type;
  }

  @Override
  public String kind() {
    return type;
  }

  @Override
  public boolean hidden() {
    return type.equals("hidden");
  }

  @Override
  protected void write(
      StringBuilder out,
      String name,
      @Nullable Object value,
      Map<String, ? extends @Nullable Object> attributes) {
    out.append("<input type=\"").append(type).append('"');
    Attributes.write(out, "name", name);
    Attributes.write(out, "value", format(value));
    Attributes.write(out, attributes);
    out.append('>');
  }
}
