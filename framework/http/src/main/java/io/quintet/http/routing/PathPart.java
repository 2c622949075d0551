package io.quintet.http.routing;

import io.quintet.core.text.BoundedRegex;
import io.quintet.core.text.Nearest;
import io.quintet.http.Languages;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A piece of a route: fixed text, a value, a regular expression or the language. */
sealed interface PathPart {
  /** Fixed text. */
  record Literal(String text) implements PathPart {}

  /** A value, read by a converter. */
  record Value(String name, String converterName, PathConverter<?> converter) implements PathPart {}

  /** A regular expression, searched from where the pieces before it ended. */
  record Expression(BoundedRegex regex) implements PathPart {}

  /** The current language and a slash; nothing for the language that has no prefix. */
  record Language(@Nullable Locale unprefixed) implements PathPart {
    String prefix(Locale current) {
      return current.equals(unprefixed) ? "" : Languages.prefix(current);
    }
  }

  /**
   * The names of the values it gives, in order. Of a regular expression these are the named groups;
   * if it has none, every group gives a value with an empty name.
   */
  default List<String> names() {
    return switch (this) {
      case Value value -> List.of(value.name());
      case Expression(BoundedRegex regex) ->
          regex.names().isEmpty() ? Collections.nCopies(regex.groupCount(), "") : regex.names();
      case Literal literal -> List.of();
      case Language language -> List.of();
    };
  }

  /** How many values some parts give. */
  static int valueCount(List<PathPart> parts) {
    return parts.stream().mapToInt(part -> part.names().size()).sum();
  }

  /**
   * Reads a route such as {@code articles/<int:year>/<slug:slug>/}.
   *
   * @throws IllegalArgumentException if the brackets, a name or a converter is wrong
   */
  static List<PathPart> parse(String route, Map<String, PathConverter<?>> converters) {
    List<PathPart> parts = new ArrayList<>();
    int at = 0;
    while (at < route.length()) {
      int open = route.indexOf('<', at);
      String literal = route.substring(at, open < 0 ? route.length() : open);
      if (literal.indexOf('>') >= 0) {
        throw new IllegalArgumentException("Route '" + route + "' has a '>' without a '<'");
      }
      if (!literal.isEmpty()) {
        parts.add(new Literal(literal));
      }
      if (open < 0) {
        break;
      }
      int close = route.indexOf('>', open);
      if (close < 0) {
        throw new IllegalArgumentException("Route '" + route + "' has a '<' without a '>'");
      }
      parts.add(value(route, route.substring(open + 1, close), converters));
      at = close + 1;
    }
    requireDistinctNames(route, parts);
    return List.copyOf(parts);
  }

  private static Value value(String route, String text, Map<String, PathConverter<?>> converters) {
    int colon = text.indexOf(':');
    String converterName = colon < 0 ? "str" : text.substring(0, colon);
    String name = text.substring(colon + 1);
    boolean identifier =
        !name.isEmpty()
            && Character.isJavaIdentifierStart(name.charAt(0))
            && name.chars().allMatch(Character::isJavaIdentifierPart);
    if (!identifier) {
      throw new IllegalArgumentException(
          "Route '%s': '%s' is not a name; write <converter:name>, as in <slug:slug>"
              .formatted(route, name));
    }
    PathConverter<?> converter = converters.get(converterName);
    if (converter == null) {
      throw new IllegalArgumentException(
          "Route '%s' uses the converter '%s', which does not exist%s. Known: %s; add one with Routes.converter(name, converter)"
              .formatted(
                  route,
                  converterName,
                  Nearest.suggestion(converterName, converters.keySet()),
                  String.join(", ", converters.keySet().stream().sorted().toList())));
    }
    return new Value(name, converterName, converter);
  }

  private static void requireDistinctNames(String route, List<PathPart> parts) {
    Set<String> names = new HashSet<>();
    for (PathPart part : parts) {
      if (part instanceof Value value && !names.add(value.name())) {
        throw new IllegalArgumentException(
            "Route '%s' uses the name '%s' twice".formatted(route, value.name()));
      }
    }
  }
}
