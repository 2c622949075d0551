package io.quintet.orm.internal.sql;

import io.quintet.orm.QueryException;
import io.quintet.orm.expr.Lookup;
import io.quintet.orm.meta.FieldMeta;
import io.quintet.orm.meta.ModelMeta;
import io.quintet.orm.meta.RelationMeta;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Follows names such as {@code author, name, icontains} from a model. */
public final class PathResolver {
  private PathResolver() {}

  /**
   * Where names lead.
   *
   * @param hops the relations to follow
   * @param field the column at the end
   * @param rest names that are left: transforms and a look-up
   */
  record Path(List<Hop> hops, FieldMeta field, List<String> rest) {}

  static Path resolve(ModelMeta<?> root, List<String> names) {
    List<Hop> hops = new ArrayList<>();
    ModelMeta<?> model = root;
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      Optional<Hop> hop = hop(model, name);
      if (hop.isEmpty()) {
        Optional<FieldMeta> field = model.findField(name);
        if (field.isPresent()) {
          return new Path(hops, field.get(), names.subList(i + 1, names.size()));
        }
        if (i == 0) {
          throw unknown(root, model, name, names);
        }
        // The names so far end at a relation: what follows are look-ups of its key.
        if (!isLookup(name)) {
          throw unknown(root, model, name, names);
        }
        return new Path(hops, model.primaryKey(), names.subList(i, names.size()));
      }
      boolean column = !hop.get().reverse() && !hop.get().relation().isManyToMany();
      boolean last = i == names.size() - 1;
      if (column && (last || endsAtKey(hop.get().target(), names.get(i + 1)))) {
        int used = last || isLookupOnly(hop.get().target(), names.get(i + 1)) ? i + 1 : i + 2;
        return new Path(hops, hop.get().relation().field(), names.subList(used, names.size()));
      }
      hops.add(hop.get());
      model = hop.get().target();
    }
    return new Path(hops, model.primaryKey(), List.of());
  }

  /**
   * Whether a name after a foreign key needs no join: it is the key of the other model, or a
   * look-up.
   */
  private static boolean endsAtKey(ModelMeta<?> target, String next) {
    return isLookupOnly(target, next)
        || (hop(target, next).isEmpty()
            && target.findField(next).filter(FieldMeta::primaryKey).isPresent());
  }

  private static boolean isLookupOnly(ModelMeta<?> target, String next) {
    return isLookup(next) && target.findField(next).isEmpty() && hop(target, next).isEmpty();
  }

  private static boolean isLookup(String name) {
    return Lookup.named(name).isPresent()
        || Transforms.isKnown(name)
        || Transforms.lookup(name).isPresent();
  }

  static Optional<Hop> hop(ModelMeta<?> model, String name) {
    Optional<RelationMeta> forward = model.findRelation(name);
    if (forward.isPresent()) {
      return Optional.of(new Hop(forward.get(), false));
    }
    if (model.findField(name).isPresent()) {
      return Optional.empty();
    }
    return model.findReverse(name).map(r -> new Hop(r, true));
  }

  /** The relations along a path, all of them to one row; for reading in the same statement. */
  public static List<Object> toOne(ModelMeta<?> root, List<String> names) {
    List<Object> found = new ArrayList<>();
    ModelMeta<?> model = root;
    for (String name : names) {
      Hop hop = hop(model, name).orElseThrow(nameError(root, model, name, names));
      if (hop.isToMany()) {
        throw new QueryException(
            "selectRelated(\"%s\") of %s leads to many rows. Use prefetchRelated."
                .formatted(name, root.label()));
      }
      found.add(hop);
      model = hop.target();
    }
    return found;
  }

  private static java.util.function.Supplier<QueryException> nameError(
      ModelMeta<?> root, ModelMeta<?> model, String name, List<String> names) {
    return () -> unknown(root, model, name, names);
  }

  static QueryException unknown(
      ModelMeta<?> root, ModelMeta<?> model, String name, List<String> names) {
    TreeSet<String> known = new TreeSet<>();
    model.fields().forEach(f -> known.add(f.name()));
    model.relations().forEach(r -> known.add(r.name()));
    model.reverseRelations().forEach(r -> known.add(r.relatedName()));
    String path =
        names.size() > 1
            ? " (in \""
                + Suggestions.shown(String.join("__", names))
                + "\" from "
                + root.label()
                + ")"
            : "";
    return new QueryException(
        "%s has no field or relation \"%s\"%s.%s It has: %s."
            .formatted(
                model.label(),
                Suggestions.shown(name),
                path,
                Suggestions.near(name, known),
                String.join(", ", known)));
  }
}
