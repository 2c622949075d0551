package io.quintet.orm.internal.sql;

import io.quintet.orm.Entity;
import io.quintet.orm.QueryException;
import io.quintet.orm.expr.Expression;
import io.quintet.orm.expr.Lookup;
import io.quintet.orm.expr.Node;
import io.quintet.orm.expr.SqlLookup;
import io.quintet.orm.expr.SubqueryOf;
import io.quintet.orm.meta.FieldType;
import io.quintet.orm.meta.ModelMeta;
import io.quintet.orm.meta.Models;
import io.quintet.orm.meta.RelationMeta;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Understands look-ups by name, such as {@code author__name__icontains}, for one model and the
 * annotations of its query.
 */
final class LookupNames {
  private final ModelMeta<?> model;
  private final Map<String, Node> annotations;
  private final Function<List<String>, PathResolver.Path> paths;
  private final Function<Node, @Nullable FieldType> types;

  /** {@code paths} follows names, {@code types} tells the type of an expression. */
  LookupNames(
      ModelMeta<?> model,
      Map<String, Node> annotations,
      Function<List<String>, PathResolver.Path> paths,
      Function<Node, @Nullable FieldType> types) {
    this.model = model;
    this.paths = paths;
    this.annotations = annotations;
    this.types = types;
  }

  /** A column or annotation by name, with transforms and keys of JSON. */
  Node resolve(String name) {
    List<String> names = names(name);
    Start start = start(names);
    return walk(start, start.rest(), names);
  }

  /**
   * Where a path starts: a column or an annotation.
   *
   * @param rest the names after it
   */
  private record Start(Node node, List<String> rest) {}

  private Start start(List<String> names) {
    Node annotation = annotations.get(names.getFirst());
    if (annotation != null) {
      return new Start(annotation, names.subList(1, names.size()));
    }
    PathResolver.Path path = paths.apply(names);
    int used = names.size() - path.rest().size();
    return new Start(new Node.Field(names.subList(0, used)), path.rest());
  }

  private Node walk(Start start, List<String> rest, List<String> names) {
    Node node = start.node();
    for (String name : rest) {
      node = step(node, name, names);
    }
    return node;
  }

  private Node step(Node node, String name, List<String> names) {
    if (node instanceof Node.JsonKey key && !key.text()) {
      List<String> longer = new ArrayList<>(key.keys());
      longer.add(name);
      return new Node.JsonKey(key.json(), longer, false);
    }
    FieldType type = types.apply(node);
    if (type instanceof FieldType.JsonValue) {
      return new Node.JsonKey(node, List.of(name), false);
    }
    return Transforms.find(name, type)
        .<Node>map(f -> new Node.Call(f, List.of(node)))
        .orElseThrow(() -> unknown(name, names, type));
  }

  private QueryException unknown(String name, List<String> names, @Nullable FieldType type) {
    Set<String> known = new LinkedHashSet<>();
    Arrays.stream(Lookup.values()).forEach(l -> known.add(l.text()));
    Transforms.names().stream()
        .filter(n -> type == null || Transforms.find(n, type).isPresent())
        .forEach(known::add);
    return new QueryException(
        "\"%s\" in \"%s\" on %s is neither a field nor a look-up.%s Look-ups: %s."
            .formatted(
                Suggestions.shown(name),
                Suggestions.shown(String.join("__", names)),
                model.label(),
                Suggestions.near(name, known),
                String.join(", ", known)));
  }

  /** An entity is compared with a relation to its model only. */
  private void checkEntities(List<String> names, @Nullable Object value) {
    if (value instanceof Collection<?> many) {
      many.forEach(each -> checkEntities(names, each));
    }
    if (!(value instanceof Entity entity) || annotations.containsKey(names.getFirst())) {
      return;
    }
    PathResolver.Path path = paths.apply(names);
    ModelMeta<?> target =
        path.field()
            .relation()
            .<ModelMeta<?>>map(RelationMeta::target)
            .orElse(path.field().primaryKey() ? path.field().model() : null);
    if (target != null && target.concreteType() != Models.of(entity).concreteType()) {
      throw new QueryException(
          "\"%s\" on %s is compared with a %s, not with a %s."
              .formatted(
                  Suggestions.shown(String.join("__", names)),
                  model.label(),
                  target.label(),
                  Models.of(entity).label()));
    }
  }

  /** What a look-up by name means for this model. */
  Node understand(Node.Named named) {
    List<String> names = names(named.lookup());
    checkEntities(names, named.value());
    Start start = start(names);
    List<String> rest = start.rest();
    if (!rest.isEmpty()) {
      String last = rest.getLast();
      List<String> before = rest.subList(0, rest.size() - 1);
      Optional<Lookup> lookup = Lookup.named(last);
      if (lookup.isPresent()) {
        return compared(named, lookup.get(), left(start, before, names));
      }
      Optional<SqlLookup> added = Transforms.lookup(last);
      if (added.isPresent()) {
        return new Node.Custom(added.get(), left(start, before, names), node(named.value()));
      }
    }
    return compared(named, Lookup.EXACT, left(start, rest, names));
  }

  /** What is compared; an annotation stays one, because it is not a column of the model. */
  private Node left(Start start, List<String> rest, List<String> names) {
    boolean annotation = annotations.containsKey(names.getFirst());
    return annotation
        ? new Node.Reference(String.join("__", names.subList(0, 1 + rest.size())))
        : walk(start, rest, names);
  }

  private Node compared(Node.Named named, Lookup lookup, Node left) {
    Object value = named.value();
    if (value instanceof SubqueryOf subquery) {
      return lookup == Lookup.IN || lookup == Lookup.EXACT
          ? new Node.Within(left, subquery)
          : new Node.Compare(lookup, left, List.of(new Node.Scalar(subquery)));
    }
    return switch (lookup) {
      case IN, HAS_KEYS, HAS_ANY_KEYS -> new Node.Compare(lookup, left, values(named, value));
      case RANGE -> new Node.Compare(lookup, left, bounds(named, value));
      case IS_NULL -> new Node.Compare(lookup, left, List.of(new Node.Value(bool(named, value))));
      case EXACT ->
          value == null && !isJson(left)
              ? new Node.Compare(Lookup.IS_NULL, left, List.of(new Node.Value(true)))
              : new Node.Compare(lookup, left, List.of(node(value)));
      default -> new Node.Compare(lookup, left, List.of(node(value)));
    };
  }

  private boolean isJson(Node left) {
    Node node = left instanceof Node.Reference r ? resolve(r.name()) : left;
    return types.apply(node) instanceof FieldType.JsonValue;
  }

  private static boolean bool(Node.Named named, @Nullable Object value) {
    return switch (value) {
      case Boolean b -> b;
      case String s when s.equals("true") || s.equals("1") -> true;
      case String s when s.equals("false") || s.equals("0") -> false;
      case null, default ->
          throw new QueryException(
              "\"%s\" takes true or false.".formatted(Suggestions.shown(named.lookup())));
    };
  }

  private static List<Node> bounds(Node.Named named, @Nullable Object value) {
    List<Node> bounds = values(named, value);
    if (bounds.size() != 2) {
      throw new QueryException(
          "\"%s\" takes two values, not %d."
              .formatted(Suggestions.shown(named.lookup()), bounds.size()));
    }
    return bounds;
  }

  private static List<Node> values(Node.Named named, @Nullable Object value) {
    if (value instanceof Collection<?> c) {
      return c.stream().map(LookupNames::node).toList();
    }
    if (value instanceof Object[] array) {
      return Arrays.stream(array).map(LookupNames::node).toList();
    }
    throw new QueryException(
        "\"" + Suggestions.shown(named.lookup()) + "\" takes a list of values.");
  }

  /** A value, or the expression that stands in its place. */
  private static Node node(@Nullable Object value) {
    return value instanceof Expression<?, ?> expression ? expression.node() : new Node.Value(value);
  }

  List<String> names(String lookup) {
    if (lookup.isEmpty() || lookup.length() > 500) {
      throw new QueryException(
          "A look-up on " + model.label() + " is empty or longer than 500 characters.");
    }
    return List.of(lookup.split("__", -1));
  }
}
