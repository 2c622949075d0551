package io.quintet.templates;

/** The type of {@link TemplateObject#ABSENT}. */
final class Absent {
  @Override
  public String toString() {
    return "ABSENT";
  }
}
