package io.quintet.templates;

import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The classes and interfaces that a class is made of. */
final class Types {
  private Types() {}

  /** The class, its super-classes, then all its interfaces. */
  static Set<Class<?>> lineage(Class<?> type) {
    Set<Class<?>> lineage = new LinkedHashSet<>();
    for (Class<?> c = type; c != null; c = c.getSuperclass()) {
      lineage.add(c);
    }
    for (Class<?> c = type; c != null; c = c.getSuperclass()) {
      interfaces(c, lineage);
    }
    return lineage;
  }

  private static void interfaces(@Nullable Class<?> type, Set<Class<?>> into) {
    if (type == null) {
      return;
    }
    for (Class<?> i : type.getInterfaces()) {
      if (into.add(i)) {
        interfaces(i, into);
      }
    }
  }
}
