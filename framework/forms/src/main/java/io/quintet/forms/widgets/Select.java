package io.quintet.forms.widgets;

import io.quintet.core.text.Html;
import io.quintet.forms.Submission;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An HTML {@code select}, of one value or of many. */
class Select extends ChoiceWidget {
  private final boolean multiple;

  Select(boolean multiple) {
    this.multiple = multiple;
  }

  @Override
  public boolean multiple() {
    return multiple;
  }

  /**
   * A select without an empty first option always has a value, so {@code required} means nothing.
   */
  @Override
  public boolean requiredAttribute(@Nullable Object initial) {
    if (multiple) {
      return true;
    }
    List<? extends Option> options = options();
    return !options.isEmpty()
        && options.getFirst() instanceof Option.Choice first
        && first.value().isEmpty();
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
    Map<String, @Nullable Object> all = new LinkedHashMap<>(attributes);
    if (multiple) {
      all.put("multiple", true);
    }
    out.append("<select");
    Attributes.write(out, "name", name);
    Attributes.write(out, all);
    out.append('>');
    Set<String> chosen = chosen(value);
    boolean[] found = new boolean[1];
    for (Group group : groups(options())) {
      if (group.heading() != null) {
        out.append("\n  <optgroup label=\"").append(Html.escapeText(group.heading())).append("\">");
      }
      for (Option.Choice choice : group.choices()) {
        boolean selected = (multiple || !found[0]) && chosen.contains(choice.value());
        found[0] |= selected;
        option(out, choice, selected);
      }
      if (group.heading() != null) {
        out.append("\n  </optgroup>");
      }
    }
    out.append("\n</select>");
  }

  private static void option(StringBuilder out, Option.Choice choice, boolean selected) {
    out.append("\n  <option value=\"").append(Html.escapeText(choice.value())).append('"');
    out.append(selected ? " selected>" : ">");
    out.append(Attributes.escape(choice.label())).append("</option>");
  }
}
