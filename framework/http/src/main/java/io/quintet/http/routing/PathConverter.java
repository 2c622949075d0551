package io.quintet.http.routing;

import org.jspecify.annotations.Nullable;

/**
 * Turns a piece of a path into a value and back; registered with {@link Routes#converter}.
 *
 * <pre>{@code
 * routes.converter("year", text -> text.length() == 4 ? Year.parse(text) : null);
 * routes.path("archive/<year:year>/", Archive::year);
 * }</pre>
 *
 * @param <T> the type of the value
 */
@FunctionalInterface
public interface PathConverter<T> {
  /**
   * The value of a decoded, non-empty piece of the path, or null if the route does not match then.
   */
  @Nullable T parse(String text);

  /** The text of a value for a reversed address; not encoded. By default {@code String.valueOf}. */
  default String format(Object value) {
    return String.valueOf(value);
  }

  /** Whether the piece may hold slashes. */
  default boolean spansSlashes() {
    return false;
  }

  /** What the piece may be as a regular expression; shown by errors, not used to find routes. */
  default String regex() {
    return spansSlashes() ? ".+" : "[^/]+";
  }
}
