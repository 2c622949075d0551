package io.quintet.forms.widgets;

import io.quintet.forms.Submission;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A hidden input for each of several values. */
final class MultipleHidden extends Input {
  MultipleHidden() {
    super("hidden");
  }

  @Override
  public @Nullable Object read(Submission sent, String name) {
    return sent.list(name);
  }

  @Override
  protected void write(
      StringBuilder out,
      String name,
      @Nullable Object value,
      Map<String, ? extends @Nullable Object> attributes) {
    if (!(value instanceof Collection<?> values)) {
      return;
    }
    Object id = attributes.get("id");
    int index = 0;
    for (Object one : values) {
      Map<String, @Nullable Object> own = new LinkedHashMap<>(attributes);
      if (id != null) {
        own.put("id", id + "_" + index);
      }
      if (index++ > 0) {
        out.append('\n');
      }
      super.write(out, name, one, own);
    }
  }
}
