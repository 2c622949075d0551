package io.quintet.conformance;

import io.quintet.core.text.SafeString;
import io.quintet.forms.fields.Choices;
import io.quintet.forms.widgets.Option;
import io.quintet.templates.values.PythonText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Recorded choices, whose values may be of several types.
 *
 * @param options what is offered
 * @param values the values by the text that is sent
 */
record FormChoices(List<Option> options, Map<String, Object> values) implements Choices<Object> {
  static FormChoices of(FormSpec spec) {
    String coerce = spec.text("coerce", "str");
    List<Option> options = new ArrayList<>();
    Map<String, Object> values = new LinkedHashMap<>();
    for (Object entry : spec.list("choices")) {
      List<?> pair = (List<?>) entry;
      if (pair.get(1) instanceof List<?> members) {
        List<Option.Choice> group = new ArrayList<>();
        members.forEach(member -> group.add(choice((List<?>) member, coerce, values)));
        options.add(new Option.Group(String.valueOf(pair.get(0)), group));
      } else {
        options.add(choice(pair, coerce, values));
      }
    }
    return new FormChoices(options, values);
  }

  private static Option.Choice choice(List<?> pair, String coerce, Map<String, Object> values) {
    String key = text(pair.get(0));
    Object value = coerced(key, coerce);
    if (value != null) {
      values.put(key, value);
    }
    Object label = pair.get(1) instanceof SafeString safe ? safe : text(pair.get(1));
    return new Option.Choice(key, label);
  }

  private static @Nullable Object coerced(String key, String coerce) {
    return switch (coerce) {
      case "int" -> key.matches("[-+]?\\d+") ? (Object) Long.valueOf(key) : null;
      case "float" -> key.matches("[-+]?[\\d.]+") ? (Object) Double.valueOf(key) : null;
      default -> key;
    };
  }

  private static String text(@Nullable Object value) {
    return value == null ? "" : PythonText.str(value);
  }

  @Override
  public @Nullable Object find(String key) {
    return values.get(key);
  }

  @Override
  public String key(Object value) {
    return text(value);
  }
}
