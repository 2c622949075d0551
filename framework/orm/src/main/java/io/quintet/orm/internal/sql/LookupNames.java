package io.quintet.orm.internal.sql;

import io.quintet.orm.QueryException;
import io.quintet.orm.expr.Fn;
import io.quintet.orm.expr.Lookup;
import io.quintet.orm.expr.Node;
import io.quintet.orm.expr.SubqueryOf;
import io.quintet.orm.meta.FieldType;
import io.quintet.orm.meta.ModelMeta;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Understands look-ups by name, such as {@code author__name__icontains}, for one model and the
 * annotations of its query.
 */
final class LookupNames {
  private final ModelMeta<?> model;
  private final Map<String, Node> annotations;

  LookupNames(ModelMeta<?> model, Map<String, Node> annotations) {
    this.model = model;
    this.annotations = annotations;
  }

  Node withTransforms(List<String> names) {
    PathResolver.Path path = PathResolver.resolve(model, names);
    Node node = new Node.Field(names.subList(0, names.size() - path.rest().size()));
    if (path.field().type() instanceof FieldType.JsonValue && !path.rest().isEmpty()) {
      return jsonText(node, path.rest());
    }
    for (String rest : path.rest()) {
      node = transformed(node, rest, names);
    }
    return node;
  }

  private static Node jsonText(Node column, List<String> keys) {
    List<Node> arguments = new ArrayList<>();
    arguments.add(column);
    keys.forEach(k -> arguments.add(new Node.Value(k)));
    return new Node.Call(Fn.JSON_TEXT, arguments);
  }

  Node transformed(Node node, String name, List<String> names) {
    Fn function =
        Fn.transform(name)
            .orElseThrow(() ->
                new QueryException(
                    "\"%s\" in \"%s\" on %s is neither a field nor a look-up.%s"
                        .formatted(
                            Suggestions.shown(name),
                            Suggestions.shown(String.join("__", names)),
                            model.label(),
                            lookupHelp(name))));
    return new Node.Call(function, List.of(node));
  }

  private static String lookupHelp(String name) {
    Set<String> known = new LinkedHashSet<>();
    Arrays.stream(Lookup.values()).forEach(l -> known.add(l.text()));
    Arrays.stream(Fn.values())
        .map(f -> f.name().toLowerCase(java.util.Locale.ROOT))
        .filter(f -> Fn.transform(f).isPresent())
        .forEach(known::add);
    return Suggestions.near(name, known) + " Look-ups: " + String.join(", ", known) + ".";
  }

  /** What a look-up by name means for this model. */
  Node understand(Node.Named named) {
    List<String> names = new ArrayList<>(names(named.lookup()));
    Lookup lookup = Lookup.EXACT;
    if (names.size() > 1 && isLookupAtEnd(names)) {
      lookup = Lookup.named(names.removeLast()).orElseThrow();
    }
    Node left =
        annotations.containsKey(names.getFirst())
            ? new Node.Reference(String.join("__", names))
            : withTransforms(names);
    Object value = named.value();
    if (value instanceof SubqueryOf subquery) {
      return new Node.Within(left, subquery);
    }
    if (value instanceof io.quintet.orm.expr.Expression<?, ?> expression) {
      return new Node.Compare(lookup, left, List.of(expression.node()));
    }
    return switch (lookup) {
      case IN -> new Node.Compare(lookup, left, values(named, value));
      case RANGE -> {
        List<Node> bounds = values(named, value);
        if (bounds.size() != 2) {
          throw new QueryException(
              "\""
                  + Suggestions.shown(named.lookup())
                  + "\" takes two values, not "
                  + bounds.size()
                  + ".");
        }
        yield new Node.Compare(lookup, left, bounds);
      }
      case IS_NULL ->
          new Node.Compare(
              lookup,
              left,
              List.of(new Node.Value(Coerce.to(new FieldType.Bool(), value, named.lookup()))));
      case EXACT ->
          value == null
              ? new Node.Compare(Lookup.IS_NULL, left, List.of(new Node.Value(true)))
              : new Node.Compare(lookup, left, List.of(new Node.Value(value)));
      default -> new Node.Compare(lookup, left, List.of(new Node.Value(value)));
    };
  }

  private boolean isLookupAtEnd(List<String> names) {
    if (Lookup.named(names.getLast()).isEmpty()) {
      return false;
    }
    if (annotations.containsKey(names.getFirst())) {
      return true;
    }
    PathResolver.Path path = PathResolver.resolve(model, names);
    return !path.rest().isEmpty();
  }

  private static List<Node> values(Node.Named named, @Nullable Object value) {
    if (value instanceof Collection<?> c) {
      return c.stream().<Node>map(Node.Value::new).toList();
    }
    if (value instanceof Object[] array) {
      return Arrays.stream(array).<Node>map(Node.Value::new).toList();
    }
    throw new QueryException(
        "\"" + Suggestions.shown(named.lookup()) + "\" takes a list of values.");
  }

  List<String> names(String lookup) {
    if (lookup.isEmpty() || lookup.length() > 500) {
      throw new QueryException(
          "A look-up on " + model.label() + " is empty or longer than 500 characters.");
    }
    return List.of(lookup.split("__"));
  }
}
