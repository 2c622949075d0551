package io.quintet.forms.widgets;

import io.quintet.forms.internal.Texts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A widget that offers options. */
public abstract class ChoiceWidget extends Widget {
  private Supplier<List<? extends Option>> options = List::of;

  /** Sets what is offered; asked anew at each rendering. */
  public ChoiceWidget options(Supplier<List<? extends Option>> options) {
    this.options = options;
    return this;
  }

  /** Sets what is offered. */
  public ChoiceWidget options(Option... options) {
    List<Option> fixed = List.of(options);
    return options(() -> fixed);
  }

  /** What is offered now. */
  public final List<? extends Option> options() {
    return options.get();
  }

  /** Whether more than one option can be chosen. */
  public abstract boolean multiple();

  @Override
  public String kind() {
    return fieldset()
        ? multiple() ? "checkboxes" : "radios"
        : multiple() ? "selectmultiple" : "select";
  }

  /** The options in groups: {@code widget.groups} with {@code heading} and {@code options}. */
  @Override
  protected void describe(Map<String, @Nullable Object> values, @Nullable Object value) {
    Set<String> chosen = chosen(value);
    List<Map<String, @Nullable Object>> groups = new ArrayList<>();
    for (Group group : groups(options())) {
      List<Map<String, Object>> choices = new ArrayList<>();
      for (Option.Choice choice : group.choices()) {
        choices.add(
            Map.of(
                "value",
                choice.value(),
                "label",
                choice.label(),
                "selected",
                chosen.contains(choice.value())));
      }
      Map<String, @Nullable Object> one = new LinkedHashMap<>();
      one.put("heading", group.heading());
      one.put("options", choices);
      groups.add(one);
    }
    values.put("groups", groups);
  }

  /** The chosen values as they are sent. */
  protected Set<String> chosen(@Nullable Object value) {
    Set<String> chosen = new HashSet<>();
    if (value instanceof Collection<?> many) {
      for (Object one : many) {
        chosen.add(one == null ? "" : Texts.text(one));
      }
    } else if (value != null || !multiple()) {
      chosen.add(value == null ? "" : Texts.text(value));
    }
    return chosen;
  }

  /** The options as groups; an option that stands alone is a group without a heading. */
  static List<Group> groups(List<? extends Option> options) {
    List<Group> groups = new ArrayList<>();
    for (Option option : options) {
      groups.add(
          switch (option) {
            case Option.Choice choice -> new Group(null, List.of(choice));
            case Option.Group group -> new Group(group.label(), group.choices());
          });
    }
    return groups;
  }

  /** A heading, if there is one, and its options. */
  record Group(@Nullable String heading, List<Option.Choice> choices) {}
}
