package io.quintet.templates;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whatever goes wrong with a template. The message names the place and shows the text that stands
 * there.
 */
public abstract sealed class TemplateException extends RuntimeException
    permits TemplateSyntaxError, TemplateDoesNotExist, TemplateRenderError {
  private static final long serialVersionUID = 1L;
  private static final int MOST_TRAIL = 50;

  private final String reason;
  private transient @Nullable Position position;
  private String hint = "";
  private final transient List<Position> trail = new ArrayList<>();
  private transient @Nullable Snapshot snapshot;

  TemplateException(String reason, @Nullable Position position, @Nullable Throwable cause) {
    super(reason, cause);
    this.reason = reason;
    this.position = position;
  }

  /** What is wrong, without the place. */
  public String reason() {
    return reason;
  }

  /** What was probably meant, and what there is; empty if there is nothing to say. */
  public String hint() {
    return hint;
  }

  void hint(String text) {
    hint = text;
  }

  /** Where, if it is known. */
  public @Nullable Position position() {
    return position;
  }

  /**
   * The tags that led to the place, the outermost last: those that extend or include a template,
   * and the blocks on the way.
   */
  public List<Position> trail() {
    return List.copyOf(trail);
  }

  /** Adds a tag that the error passed on its way out, if it stands in another template. */
  void through(Position place) {
    Position last = trail.isEmpty() ? position : trail.getLast();
    if (last != null
        && !Objects.equals(last.template(), place.template())
        && trail.size() < MOST_TRAIL) {
      trail.add(place);
    }
  }

  /** What could be seen at the place; kept in development only. */
  public Optional<Snapshot> snapshot() {
    return Optional.ofNullable(snapshot);
  }

  void snapshot(Snapshot seen) {
    if (snapshot == null) {
      snapshot = seen;
    }
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
