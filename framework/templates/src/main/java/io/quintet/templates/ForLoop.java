package io.quintet.templates;

import io.quintet.templates.values.PythonText;
import io.quintet.templates.values.PythonValue;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The {@code forloop} of a loop in work. */
public final class ForLoop implements TemplateObject, PythonValue {
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

  /** The position, from 1. */
  public long counter() {
    return (long) index + 1;
  }

  /** The position, from 0. */
  public long counter0() {
    return index;
  }

  /** The position from the end; the last is 1. */
  public long revcounter() {
    return (long) length - index;
  }

  /** The position from the end; the last is 0. */
  public long revcounter0() {
    return (long) length - index - 1;
  }

  /** Whether this is the first round. */
  public boolean first() {
    return index == 0;
  }

  /** Whether this is the last round. */
  public boolean last() {
    return index == length - 1;
  }

  /** The number of rounds. */
  public long length() {
    return length;
  }

  /** The loop around this one, or an empty map. */
  public Object parentloop() {
    return parent;
  }

  @Override
  public @Nullable Object property(String name) {
    return switch (name) {
      case "counter" -> counter();
      case "counter0" -> counter0();
      case "revcounter" -> revcounter();
      case "revcounter0" -> revcounter0();
      case "first" -> first();
      case "last" -> last();
      case "length" -> length();
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
