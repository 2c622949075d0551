package io.quintet.templates;

import org.jspecify.annotations.Nullable;

/**
 * A place in a template.
 *
 * @param template the template's name, null if it was compiled from text without a name
 * @param line the line, from 1
 * @param column the column, from 1
 * @param text the tag or variable that stands there
 */
public record Position(@Nullable String template, int line, int column, String text) {
  @Override
  public String toString() {
    return (template == null ? "<text>" : template) + ":" + line + ":" + column;
  }
}
