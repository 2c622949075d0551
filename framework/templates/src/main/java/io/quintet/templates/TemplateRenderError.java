package io.quintet.templates;

import org.jspecify.annotations.Nullable;

/**
 * Something failed while a template was rendered; the cause is what the tag, filter or value threw.
 */
public final class TemplateRenderError extends TemplateException {
  private static final long serialVersionUID = 1L;

  /** With what is wrong. */
  public TemplateRenderError(String reason) {
    super(reason, null, null);
  }

  /** With what a tag, filter or value threw. */
  TemplateRenderError(Throwable cause, @Nullable Position position) {
    super(
        cause.getClass().getSimpleName()
            + (cause.getMessage() == null ? "" : ": " + cause.getMessage()),
        position,
        cause);
  }
}
