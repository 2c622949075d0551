package io.quintet.forms.widgets;

import io.quintet.forms.Submission;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One checkbox: true if it was sent, whatever its value, unless that is {@code false}. */
final class Checkbox extends Input {
  Checkbox() {
    super("checkbox");
  }

  @Override
  protected @Nullable Object format(@Nullable Object value) {
    return value instanceof Boolean ? null : super.format(value);
  }

  @Override
  protected void write(
      StringBuilder out,
      String name,
      @Nullable Object value,
      Map<String, ? extends @Nullable Object> attributes) {
    Map<String, @Nullable Object> all = new LinkedHashMap<>(attributes);
    if (value != null && !"".equals(value) && !Boolean.FALSE.equals(value)) {
      all.put("checked", true);
    }
    super.write(out, name, value, all);
  }

  @Override
  public @Nullable Object read(Submission sent, String name) {
    if (!sent.contains(name)) {
      return false;
    }
    Object value = sent.get(name);
    if (value instanceof String text) {
      return !text.isEmpty() && !text.equalsIgnoreCase("false");
    }
    return value != null && !Boolean.FALSE.equals(value);
  }

  @Override
  public boolean omitted(Submission sent, String name) {
    return false;
  }
}
