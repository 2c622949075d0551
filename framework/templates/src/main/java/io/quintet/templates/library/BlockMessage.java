package io.quintet.templates.library;

import io.quintet.templates.TagSource;
import java.util.List;

/**
 * Text with variables, in the form that a catalogue of translations has: percent signs doubled,
 * names in brackets.
 */
public record BlockMessage(List<TagSource.Piece> pieces) {
  /**
   * The message as a catalogue has it.
   *
   * @param trim whether its lines are joined, without the space around them
   */
  public String id(boolean trim) {
    StringBuilder out = new StringBuilder();
    for (TagSource.Piece piece : pieces) {
      out.append(piece.isVariable() ? "%(" + piece.text() + ")s" : piece.text().replace("%", "%%"));
    }
    return trim
        ? String.join(
            " ",
            out.toString()
                .strip()
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList())
        : out.toString();
  }
}
