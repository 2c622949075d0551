package io.quintet.templates;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/**
 * A short fixed row of values, such as a key with its value: unpacked by {@code {% for k, v in
 * pairs %}}, indexed by position, and by name if it has names.
 */
public final class Tuple extends AbstractList<@Nullable Object>
    implements TemplateObject, RandomAccess {
  private final String name;
  private final List<String> names;
  private final @Nullable Object[] values;

  private Tuple(String name, List<String> names, @Nullable Object[] values) {
    this.name = name;
    this.names = names;
    this.values = values;
  }

  /** A tuple without names. */
  public static Tuple of(@Nullable Object... values) {
    return new Tuple("", List.of(), values.clone());
  }

  /** A tuple whose values have names. */
  public static Tuple named(String name, List<String> names, @Nullable Object... values) {
    if (names.size() != values.length) {
      throw new IllegalArgumentException(
          "The tuple "
              + name
              + " has "
              + names.size()
              + " names for "
              + values.length
              + " values.");
    }
    return new Tuple(name, List.copyOf(names), values.clone());
  }

  /** The type name, empty if none. */
  public String name() {
    return name;
  }

  /** The names of the values, empty if they have none. */
  public List<String> names() {
    return names;
  }

  @Override
  public @Nullable Object property(String property) {
    int index = names.indexOf(property);
    return index < 0 ? ABSENT : values[index];
  }

  @Override
  public boolean truth() {
    return values.length > 0;
  }

  @Override
  public @Nullable Object get(int index) {
    return values[Objects.checkIndex(index, values.length)];
  }

  @Override
  public int size() {
    return values.length;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Tuple tuple && Arrays.equals(values, tuple.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }
}
