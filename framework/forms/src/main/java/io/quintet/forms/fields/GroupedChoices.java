package io.quintet.forms.fields;

import io.quintet.forms.widgets.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Choices under headings; an empty heading leaves its choices outside of a group. */
record GroupedChoices<T>(Map<String, ? extends Choices<T>> groups) implements Choices<T> {
  @Override
  public List<Option> options() {
    List<Option> options = new ArrayList<>();
    groups.forEach((heading, choices) -> {
      List<Option.Choice> members = new ArrayList<>();
      choices.options().forEach(option -> addAll(members, option));
      if (heading.isEmpty()) {
        options.addAll(members);
      } else {
        options.add(new Option.Group(heading, members));
      }
    });
    return options;
  }

  private static void addAll(List<Option.Choice> members, Option option) {
    switch (option) {
      case Option.Choice choice -> members.add(choice);
      case Option.Group group -> members.addAll(group.choices());
    }
  }

  @Override
  public @Nullable T find(String key) {
    for (Choices<T> choices : groups.values()) {
      T found = choices.find(key);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  @Override
  public String key(T value) {
    return groups.values().iterator().next().key(value);
  }
}
