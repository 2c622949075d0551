package io.quintet.templates;

import org.jspecify.annotations.Nullable;

/** An object that answers for itself when a template asks for a property. */
public interface TemplateObject {
  /** Stands for "there is no such property"; null is a value like any other. */
  Object ABSENT = new Absent();

  /** The property of that name, or {@link #ABSENT}. */
  @Nullable Object property(String name);

  /** Whether the object counts as true in {@code {% if %}}. */
  default boolean truth() {
    return true;
  }

  /** The number of elements, or -1 when the object has no length. */
  default int size() {
    return -1;
  }
}
