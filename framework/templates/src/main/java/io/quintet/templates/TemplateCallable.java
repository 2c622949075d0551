package io.quintet.templates;

import org.jspecify.annotations.Nullable;

/**
 * A value that a template calls, without arguments, when it is looked up. A {@link
 * java.util.function.Supplier} and a {@link java.util.concurrent.Callable} are called as well; this
 * interface adds the ways to refuse.
 */
public interface TemplateCallable {
  /** The value in place of this object. */
  @Nullable Object call() throws Exception;

  /** Whether calling changes data, so that a template must not: the lookup is then invalid. */
  default boolean altersData() {
    return false;
  }

  /** Whether the object cannot be called without arguments: the lookup is then invalid. */
  default boolean needsArguments() {
    return false;
  }

  /** Whether a template is to use the object itself instead of calling it. */
  default boolean usedAsValue() {
    return false;
  }
}
