package io.quintet.http.routing;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Matches a text against literals and values, the earlier values as long as possible. With several
 * values it remembers dead ends and refuses texts beyond {@value #LONGEST_MIXED} characters, so
 * that no path costs much.
 */
final class PartMatcher {
  private static final int LONGEST_MIXED = 300;

  private final List<PathPart> parts;
  private final boolean mixed;

  PartMatcher(List<PathPart> parts) {
    this.parts = parts;
    this.mixed = parts.stream().filter(PathPart.Value.class::isInstance).count() > 1;
  }

  /** Adds the values to the list and returns true, or leaves the list as it was. */
  boolean match(String text, List<@Nullable Object> values) {
    if (!mixed) {
      return step(text, 0, 0, values, null);
    }
    if (text.length() > LONGEST_MIXED) {
      return false;
    }
    return step(text, 0, 0, values, new boolean[parts.size()][text.length() + 1]);
  }

  private boolean step(
      String text,
      int part,
      int from,
      List<@Nullable Object> values,
      boolean @Nullable [][] deadEnds) {
    if (part == parts.size()) {
      return from == text.length();
    }
    if (deadEnds != null && deadEnds[part][from]) {
      return false;
    }
    boolean found =
        switch (parts.get(part)) {
          case PathPart.Literal literal ->
              text.startsWith(literal.text(), from)
                  && step(text, part + 1, from + literal.text().length(), values, deadEnds);
          case PathPart.Value value -> value(text, part, from, value.converter(), values, deadEnds);
          case PathPart.Expression expression -> throw misplaced(expression);
          case PathPart.Language language -> throw misplaced(language);
        };
    if (!found && deadEnds != null) {
      deadEnds[part][from] = true;
    }
    return found;
  }

  private static IllegalStateException misplaced(PathPart part) {
    return new IllegalStateException("Not a literal or a value: " + part);
  }

  private boolean value(
      String text,
      int part,
      int from,
      PathConverter<?> converter,
      List<@Nullable Object> values,
      boolean @Nullable [][] deadEnds) {
    for (int end : ends(text, part, from)) {
      Object parsed = converter.parse(text.substring(from, end));
      if (parsed == null) {
        continue;
      }
      values.add(parsed);
      if (step(text, part + 1, end, values, deadEnds)) {
        return true;
      }
      values.removeLast();
    }
    return false;
  }

  /** Where a value may end: at the end of the text, or where the next literal begins. */
  private List<Integer> ends(String text, int part, int from) {
    if (part + 1 == parts.size()) {
      return from < text.length() ? List.of(text.length()) : List.of();
    }
    List<Integer> ends = new ArrayList<>();
    if (parts.get(part + 1) instanceof PathPart.Literal literal) {
      for (int at = text.lastIndexOf(literal.text());
          at > from;
          at = text.lastIndexOf(literal.text(), at - 1)) {
        ends.add(at);
      }
    } else {
      for (int at = text.length(); at > from; at--) {
        ends.add(at);
      }
    }
    return ends;
  }
}
