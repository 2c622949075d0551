package io.quintet.forms.widgets;

import io.quintet.core.text.SafeString;
import io.quintet.forms.Submission;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Several widgets for one value; they send {@code name_0}, {@code name_1} and so on. */
public abstract class MultiWidget extends Widget {
  private final List<Widget> widgets;

  /** Made of these, in this order. */
  protected MultiWidget(Widget... widgets) {
    this.widgets = List.of(widgets);
  }

  /** The value as one part a widget; parts may be null. */
  protected abstract List<@Nullable Object> split(@Nullable Object value);

  /** The widgets. */
  public final List<Widget> widgets() {
    return widgets;
  }

  @Override
  public boolean hidden() {
    return widgets.stream().allMatch(Widget::hidden);
  }

  @Override
  public boolean fieldset() {
    return true;
  }

  @Override
  public boolean fractions() {
    return widgets.stream().allMatch(Widget::fractions);
  }

  @Override
  public boolean multipart() {
    return widgets.stream().anyMatch(Widget::multipart);
  }

  @Override
  public String labelId(String id) {
    return "";
  }

  @Override
  public @Nullable Object read(Submission sent, String name) {
    List<@Nullable Object> parts = new ArrayList<>();
    for (int i = 0; i < widgets.size(); i++) {
      parts.add(widgets.get(i).read(sent, name + "_" + i));
    }
    return Collections.unmodifiableList(parts);
  }

  @Override
  public boolean omitted(Submission sent, String name) {
    for (int i = 0; i < widgets.size(); i++) {
      if (!widgets.get(i).omitted(sent, name + "_" + i)) {
        return false;
      }
    }
    return true;
  }

  @Override
  protected void write(
      StringBuilder out,
      String name,
      @Nullable Object value,
      Map<String, ? extends @Nullable Object> attributes) {
    List<?> parts = value instanceof List<?> list ? list : split(value);
    for (int i = 0; i < widgets.size(); i++) {
      one(out, i, name, i < parts.size() ? parts.get(i) : null, attributes);
    }
  }

  private void one(
      StringBuilder out,
      int index,
      String name,
      @Nullable Object value,
      Map<String, ? extends @Nullable Object> attributes) {
    Widget widget = widgets.get(index);
    Map<String, @Nullable Object> own = new LinkedHashMap<>(attributes);
    widget.attributes().forEach(own::put);
    Object id = attributes.get("id");
    if (id != null) {
      own.put("id", id + "_" + index);
    }
    widget.write(out, name + "_" + index, value, own);
  }

  @Override
  public List<SafeString> parts(
      String name, @Nullable Object value, Map<String, ? extends @Nullable Object> extra) {
    List<?> values = value instanceof List<?> list ? list : split(value);
    List<SafeString> parts = new ArrayList<>();
    for (int i = 0; i < widgets.size(); i++) {
      StringBuilder out = new StringBuilder();
      one(out, i, name, i < values.size() ? values.get(i) : null, merged(extra));
      parts.add(SafeString.of(out.toString()));
    }
    return parts;
  }

  @Override
  public boolean hasParts() {
    return true;
  }
}
