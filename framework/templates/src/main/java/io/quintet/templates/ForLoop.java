package io.quintet.templates;

import io.quintet.templates.values.PythonText;
import io.quintet.templates.values.PythonValue;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The {@code forloop} of a loop in work. */
final class ForLoop implements TemplateObject, PythonValue {
  private final Object parent;
  private final int length;
  private int index;
  private @Nullable Map<Object, Object> memory;

  ForLoop(Object parent, int length) {
    this.parent = parent;
    this.length = length;
  }

  void at(int position) {
    index = position;
  }

  Map<Object, Object> memory() {
    Map<Object, Object> known = memory;
    if (known == null) {
      known = new IdentityHashMap<>();
      memory = known;
    }
    return known;
  }

  @Override
  public @Nullable Object property(String name) {
    return switch (name) {
      case "counter" -> (long) index + 1;
      case "counter0" -> (long) index;
      case "revcounter" -> (long) length - index;
      case "revcounter0" -> (long) length - index - 1;
      case "first" -> index == 0;
      case "last" -> index == length - 1;
      case "length" -> (long) length;
      case "parentloop" -> parent;
      default -> ABSENT;
    };
  }

  private Map<String, @Nullable Object> map() {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    for (String name :
        new String[] {
          "parentloop", "counter0", "counter", "revcounter", "revcounter0", "first", "last"
        }) {
      map.put(name, property(name));
    }
    return map;
  }

  @Override
  public String pythonRepr() {
    return PythonText.repr(map());
  }

  @Override
  public String toString() {
    return map().toString();
  }
}
