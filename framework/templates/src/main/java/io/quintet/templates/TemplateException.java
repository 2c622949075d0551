package io.quintet.templates;

import org.jspecify.annotations.Nullable;

/**
 * Whatever goes wrong with a template. The message names the place and shows the text that stands
 * there.
 */
public abstract sealed class TemplateException extends RuntimeException
    permits TemplateSyntaxError, TemplateDoesNotExist, TemplateRenderError {
  private static final long serialVersionUID = 1L;

  private final String reason;
  private transient @Nullable Position position;

  TemplateException(String reason, @Nullable Position position, @Nullable Throwable cause) {
    super(reason, cause);
    this.reason = reason;
    this.position = position;
  }

  /** What is wrong, without the place. */
  public String reason() {
    return reason;
  }

  /** Where, if it is known. */
  public @Nullable Position position() {
    return position;
  }

  /** Remembers the innermost place an error passed on its way out. */
  void at(Position place) {
    if (position == null) {
      position = place;
    }
  }

  @Override
  public String getMessage() {
    Position place = position;
    return place == null ? reason : place + ": " + reason + "\n    " + place.text();
  }
}
