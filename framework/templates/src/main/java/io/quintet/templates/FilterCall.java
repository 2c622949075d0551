package io.quintet.templates;

import io.quintet.templates.values.Numbers;
import org.jspecify.annotations.Nullable;

/**
 * One use of a filter.
 *
 * @param name the filter's name
 * @param value what it is applied to
 * @param given the argument; use {@link #argument} instead
 * @param context the context of the template
 */
public record FilterCall(
    String name, @Nullable Object value, @Nullable Object given, Context context) {
  /** The value as text. */
  public String text() {
    return context.text(value);
  }

  /** Whether the template gave an argument. */
  public boolean hasArgument() {
    return given != Filter.NO_ARGUMENT;
  }

  /** The argument, or null if the template gave none. */
  public @Nullable Object argument() {
    return hasArgument() ? given : null;
  }

  /** The argument as text, empty if the template gave none. */
  public String argumentText() {
    return hasArgument() ? context.text(given) : "";
  }

  /** The argument as a whole number, or null if it is none. */
  public @Nullable Number argumentInteger() {
    return Numbers.integerOf(argument());
  }

  /** Whether output is escaped where the filter stands. */
  public boolean autoescape() {
    return context.autoescape();
  }
}
