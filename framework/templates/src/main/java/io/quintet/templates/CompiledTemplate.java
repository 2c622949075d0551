package io.quintet.templates;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A template that was compiled with the project for the record of its context. The annotation
 * processor writes these for {@link TemplateFor} and lists them as services; they are not written
 * by hand.
 */
public abstract class CompiledTemplate<T extends Record> implements PropertyAccess {
  private final Class<T> type;
  private final String name;
  private final List<String> sources;
  private final List<String> filters;
  private final List<String> fragments;

  /**
   * With what the generated code refers to by number.
   *
   * @param sources names of the templates that are compiled into this one, each followed by the
   *     fingerprint of its text
   * @param filters names of filters
   * @param fragments places of tags that the interpreter renders: {@code line:column:template}
   */
  protected CompiledTemplate(
      Class<T> type,
      String name,
      List<String> sources,
      List<String> filters,
      List<String> fragments) {
    this.type = type;
    this.name = name;
    this.sources = sources;
    this.filters = filters;
    this.fragments = fragments;
  }

  /** Writes the page. */
  protected abstract void render(T page, Sheet out) throws Exception;

  /** The record's values by name. */
  protected abstract Map<String, @Nullable Object> names(T page);

  /** Which line of the class stands for which place of a template. */
  protected String places() {
    return "";
  }

  Class<T> type() {
    return type;
  }

  /** The template's name. */
  public String name() {
    return name;
  }

  List<String> sources() {
    return sources;
  }

  List<String> filters() {
    return filters;
  }

  List<String> fragments() {
    return fragments;
  }

  /** What tells one text from another. */
  public static String fingerprint(String text) {
    return Fingerprint.of(text);
  }
}
