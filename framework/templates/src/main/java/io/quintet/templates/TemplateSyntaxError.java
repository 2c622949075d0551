package io.quintet.templates;

import org.jspecify.annotations.Nullable;

/** A template that cannot be compiled, or a tag that was given something it cannot use. */
public final class TemplateSyntaxError extends TemplateException {
  private static final long serialVersionUID = 1L;

  /** Without a place: the parser or renderer adds it. */
  public TemplateSyntaxError(String reason) {
    this(reason, null);
  }

  TemplateSyntaxError(String reason, @Nullable Position position) {
    super(reason, position, null);
  }
}
