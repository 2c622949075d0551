package io.quintet.http.routing;

import io.quintet.core.i18n.Locales;
import io.quintet.core.text.BoundedRegex;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A route as seen from its name: the shapes of its addresses, and what values they take. */
final class ReverseRoute {
  private static final String ESCAPED = "()[]{}?*+-|^$\\.&~# \t\n\r\u000b\f";

  private final Route route;
  private final Map<String, Object> defaults;
  private final Map<String, PathConverter<?>> converters = new HashMap<>();
  private final List<RegexShapes.Shape> shapes;

  /** The whole pattern, if a part of it is a regular expression; else the converters decide. */
  private final @Nullable BoundedRegex whole;

  ReverseRoute(Route route) {
    this.route = route;
    this.defaults = defaults(route);
    for (PathPart part : route.parts()) {
      if (part instanceof PathPart.Value value) {
        converters.put(value.name(), value.converter());
      }
    }
    boolean expression = route.parts().stream().anyMatch(PathPart.Expression.class::isInstance);
    this.whole = expression ? BoundedRegex.compile("^" + regex(route.parts())) : null;
    this.shapes = expression ? RegexShapes.of(regex(route.parts())) : List.of(shape(route.parts()));
  }

  Route route() {
    return route;
  }

  /** The pattern as a regular expression, without the slash before it. */
  String regex() {
    boolean open = route.ownParts().stream().anyMatch(PathPart.Expression.class::isInstance);
    return languagePrefix() + regex(route.parts()) + (open ? "" : "\\Z");
  }

  /** The address below a prefix, decoded; null if the values do not fit, with the reason added. */
  @Nullable String address(Address wanted, List<String> reasons) {
    for (RegexShapes.Shape shape : shapes) {
      Map<String, @Nullable Object> values = values(shape.names(), wanted);
      String path = values == null ? null : path(shape, values, reasons);
      if (path != null) {
        return wanted.prefix() + languagePrefix() + path;
      }
    }
    return null;
  }

  /** The values by name, or null if they are others than the shape takes. */
  private @Nullable Map<String, @Nullable Object> values(List<String> names, Address wanted) {
    if (wanted.values().isEmpty()) {
      return takes(names, wanted.named()) ? wanted.named() : null;
    }
    if (names.size() != wanted.values().size()) {
      return null;
    }
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      values.put(names.get(i), wanted.values().get(i));
    }
    return values;
  }

  private boolean takes(List<String> names, Map<String, @Nullable Object> given) {
    Set<String> unmatched = new HashSet<>(given.keySet());
    unmatched.removeAll(names);
    names.stream().filter(name -> !given.containsKey(name)).forEach(unmatched::add);
    unmatched.removeAll(defaults.keySet());
    return unmatched.isEmpty()
        && defaults.entrySet().stream()
            .allMatch(extra ->
                names.contains(extra.getKey())
                    || !given.containsKey(extra.getKey())
                    || same(given.get(extra.getKey()), extra.getValue()));
  }

  private static boolean same(@Nullable Object given, Object extra) {
    return given instanceof Number one && extra instanceof Number other
        ? one.doubleValue() == other.doubleValue()
        : Objects.equals(given, extra);
  }

  private @Nullable String path(
      RegexShapes.Shape shape, Map<String, @Nullable Object> values, List<String> reasons) {
    StringBuilder path = new StringBuilder();
    for (RegexShapes.Piece piece : shape.pieces()) {
      if (!piece.isGroup()) {
        path.append(piece.text());
        continue;
      }
      Object value = values.get(piece.text());
      PathConverter<?> converter = converters.get(piece.text());
      String text =
          value == null ? "" : converter == null ? String.valueOf(value) : converter.format(value);
      if (whole == null && (text.isEmpty() || converter == null || converter.parse(text) == null)) {
        reasons.add(
            "/%s does not take '%s' as <%s>".formatted(route.pattern(), text, piece.text()));
        return null;
      }
      path.append(text);
    }
    if (whole != null && whole.search(path.toString()).isEmpty()) {
      reasons.add("/%s does not match '%s'".formatted(route.pattern(), path));
      return null;
    }
    return path.toString();
  }

  private String languagePrefix() {
    return !route.parts().isEmpty() && route.parts().getFirst() instanceof PathPart.Language found
        ? found.prefix(Locales.current())
        : "";
  }

  /** What the route and the includes up to its namespace add: the outer before the inner. */
  private static Map<String, Object> defaults(Route route) {
    Map<String, Object> defaults = new LinkedHashMap<>(route.ownExtras());
    RouteScope named = route.scope().named();
    for (RouteScope scope = route.scope();
        scope != null && scope != named;
        scope = scope.parent()) {
      defaults.putAll(scope.include().extras());
    }
    return defaults;
  }

  private static RegexShapes.Shape shape(List<PathPart> parts) {
    List<RegexShapes.Piece> pieces = new ArrayList<>();
    for (PathPart part : parts) {
      switch (part) {
        case PathPart.Literal(String text) -> pieces.add(new RegexShapes.Piece(text, false, false));
        case PathPart.Value value -> pieces.add(new RegexShapes.Piece(value.name(), true, true));
        case PathPart.Expression expression -> {}
        case PathPart.Language language -> {}
      }
    }
    return new RegexShapes.Shape(pieces);
  }

  private static String regex(List<PathPart> parts) {
    StringBuilder regex = new StringBuilder();
    for (PathPart part : parts) {
      switch (part) {
        case PathPart.Literal(String text) -> regex.append(escaped(text));
        case PathPart.Value value ->
            regex
                .append("(?P<")
                .append(value.name())
                .append('>')
                .append(value.converter().regex())
                .append(')');
        case PathPart.Expression expression -> {
          String source = expression.regex().source();
          regex.append(source.startsWith("^") ? source.substring(1) : source);
        }
        case PathPart.Language language -> {}
      }
    }
    return regex.toString();
  }

  private static String escaped(String literal) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < literal.length(); i++) {
      char c = literal.charAt(i);
      out.append(ESCAPED.indexOf(c) >= 0 ? "\\" : "").append(c);
    }
    return out.toString();
  }
}
