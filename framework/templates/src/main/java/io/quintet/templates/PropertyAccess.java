package io.quintet.templates;

import org.jspecify.annotations.Nullable;

/**
 * Reads properties of classes that do not implement {@link TemplateObject}: models, rows, records.
 * The annotation processor writes implementations and lists them as services; an engine takes more
 * through {@link EngineBuilder#properties}.
 */
public interface PropertyAccess {
  /**
   * The getter of a property, or null when the class is not one of this provider's or has no such
   * property. Asked once for a class and a name; super-classes and interfaces are asked after the
   * class.
   */
  @Nullable Getter getter(Class<?> type, String name);

  /** Whether this provider knows the class, so that a missing property is a plain miss. */
  boolean knows(Class<?> type);

  /** Reads one property of one class. */
  @FunctionalInterface
  interface Getter {
    /** The property's value. */
    @Nullable Object get(Object target) throws Exception;
  }
}
