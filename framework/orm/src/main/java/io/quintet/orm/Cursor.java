package io.quintet.orm;

import io.quintet.core.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place between rows and the direction to read from there.
 *
 * @param values what the order names, of the row at that place; none for the edge
 */
record Cursor(boolean backward, List<@Nullable Object> values) {
  /** Before the first row. */
  static final Cursor START = new Cursor(false, List.of());

  /** After the last row. */
  static final Cursor END = new Cursor(true, List.of());

  Cursor {
    values = Collections.unmodifiableList(new ArrayList<>(values));
  }

  boolean isEdge() {
    return values.isEmpty();
  }

  /** A text that can stand in an address; it holds the values for anyone to read. */
  String text(String fingerprint) {
    List<@Nullable Object> parts = new ArrayList<>();
    parts.add(fingerprint);
    parts.add(backward);
    parts.addAll(values);
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(Json.write(parts).getBytes(StandardCharsets.UTF_8));
  }

  static Cursor parse(String text, String fingerprint, int columns) {
    Object parsed;
    try {
      parsed = Json.parse(new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8));
    } catch (RuntimeException e) {
      throw new InvalidCursorException("This is no cursor of a page.");
    }
    if (!(parsed instanceof List<?> parts)
        || parts.size() < 2
        || !(parts.get(1) instanceof Boolean backward)) {
      throw new InvalidCursorException("This is no cursor of a page.");
    }
    if (!fingerprint.equals(parts.get(0))) {
      throw new InvalidCursorException(
          "This cursor was made for rows in another order. Begin with the first page.");
    }
    if (parts.size() != 2 && parts.size() != 2 + columns) {
      throw new InvalidCursorException("This is no cursor of a page.");
    }
    return new Cursor(backward, new ArrayList<@Nullable Object>(parts.subList(2, parts.size())));
  }
}
