package io.quintet.forms.widgets;

import io.quintet.core.text.Html;
import io.quintet.core.text.SafeString;
import io.quintet.forms.Submission;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Radio buttons, or checkboxes of which several can be ticked. */
final class OptionList extends ChoiceWidget {
  private final boolean multiple;

  OptionList(boolean multiple) {
    this.multiple = multiple;
  }

  @Override
  public boolean multiple() {
    return multiple;
  }

  @Override
  public boolean fieldset() {
    return true;
  }

  @Override
  public boolean requiredAttribute(@Nullable Object initial) {
    return !multiple;
  }

  @Override
  public String labelId(String id) {
    return "";
  }

  @Override
  public @Nullable Object read(Submission sent, String name) {
    return multiple ? sent.list(name) : sent.get(name);
  }

  @Override
  public boolean omitted(Submission sent, String name) {
    return !multiple && super.omitted(sent, name);
  }

  @Override
  protected void write(
      StringBuilder out,
      String name,
      @Nullable Object value,
      Map<String, ? extends @Nullable Object> attributes) {
    Object id = attributes.get("id");
    out.append("<div");
    Attributes.write(out, "id", id);
    Attributes.write(out, "class", attributes.get("class"));
    out.append('>');
    Set<String> chosen = chosen(value);
    boolean found = false;
    int index = 0;
    for (Group group : groups(options())) {
      if (group.heading() != null) {
        out.append("\n  <div><label>").append(Html.escapeText(group.heading())).append("</label>");
      }
      int member = 0;
      for (Option.Choice choice : group.choices()) {
        boolean checked = (multiple || !found) && chosen.contains(choice.value());
        found |= checked;
        String place = group.heading() == null ? "_" + index : "_" + index + "_" + member++;
        out.append("<div>\n    ");
        button(out, name, choice, checked, id == null ? null : id + place, attributes);
        out.append("\n</div>");
      }
      if (group.heading() != null) {
        out.append("\n  </div>");
      }
      index++;
    }
    out.append("\n</div>");
  }

  private void button(
      StringBuilder out,
      String name,
      Option.Choice choice,
      boolean checked,
      @Nullable String id,
      Map<String, ? extends @Nullable Object> attributes) {
    Map<String, @Nullable Object> own = new LinkedHashMap<>(attributes);
    if (id != null) {
      own.put("id", id);
    }
    if (checked) {
      own.put("checked", true);
    }
    out.append("<label");
    Attributes.write(out, "for", id);
    out.append("><input type=\"").append(multiple ? "checkbox" : "radio").append('"');
    Attributes.write(out, "name", name);
    out.append(" value=\"").append(Html.escapeText(choice.value())).append('"');
    Attributes.write(out, own);
    out.append(">\n ").append(Attributes.escape(choice.label())).append("</label>");
  }

  /** Each button with its label. */
  @Override
  public List<SafeString> parts(
      String name, @Nullable Object value, Map<String, ? extends @Nullable Object> extra) {
    Map<String, @Nullable Object> all = merged(extra);
    Object id = all.get("id");
    Set<String> chosen = chosen(value);
    List<SafeString> parts = new ArrayList<>();
    int index = 0;
    for (Group group : groups(options())) {
      int member = 0;
      for (Option.Choice choice : group.choices()) {
        String place = group.heading() == null ? "_" + index : "_" + index + "_" + member++;
        StringBuilder out = new StringBuilder();
        boolean checked = chosen.contains(choice.value());
        button(out, name, choice, checked, id == null ? null : id + place, all);
        parts.add(SafeString.of(out.toString()));
      }
      index++;
    }
    return parts;
  }
}
