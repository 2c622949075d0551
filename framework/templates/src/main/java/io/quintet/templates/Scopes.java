package io.quintet.templates;

import java.util.Arrays;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The scopes inside a context's outermost one: names with values in the order they were given. All
 * names are interned, so that looking one up compares references.
 */
final class Scopes {
  private String[] names = new String[16];
  private @Nullable Object[] values = new Object[16];
  private int size;
  private int[] starts = new int[8];
  private int depth;

  int depth() {
    return depth;
  }

  void push() {
    if (depth == starts.length) {
      starts = Arrays.copyOf(starts, depth * 2);
    }
    starts[depth++] = size;
  }

  void pop() {
    int start = starts[--depth];
    Arrays.fill(values, start, size, null);
    size = start;
  }

  /** Where a name is, innermost first, or -1. */
  @SuppressWarnings("ReferenceEquality")
  int find(String interned) {
    for (int i = size - 1; i >= 0; i--) {
      if (names[i] == interned) {
        return i;
      }
    }
    return -1;
  }

  @Nullable Object value(int at) {
    return values[at];
  }

  void put(int at, @Nullable Object value) {
    values[at] = value;
  }

  /** Gives a name a value in the innermost scope; says where it is. */
  @SuppressWarnings("ReferenceEquality")
  int set(String interned, @Nullable Object value) {
    int start = starts[depth - 1];
    for (int i = size - 1; i >= start; i--) {
      if (names[i] == interned) {
        values[i] = value;
        return i;
      }
    }
    if (size == names.length) {
      names = Arrays.copyOf(names, size * 2);
      values = Arrays.copyOf(values, size * 2);
    }
    names[size] = interned;
    values[size] = value;
    return size++;
  }

  void forEach(BiConsumer<String, @Nullable Object> action) {
    for (int i = 0; i < size; i++) {
      action.accept(names[i], values[i]);
    }
  }

  Scopes copy() {
    Scopes copy = new Scopes();
    copy.names = names.clone();
    copy.values = values.clone();
    copy.size = size;
    copy.starts = starts.clone();
    copy.depth = depth;
    return copy;
  }
}
