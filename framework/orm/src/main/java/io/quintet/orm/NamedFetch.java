package io.quintet.orm;

import io.quintet.orm.expr.Expression;
import io.quintet.orm.expr.Node;
import io.quintet.orm.expr.Order;
import io.quintet.orm.expr.Window;
import io.quintet.orm.expr.Windows;
import io.quintet.orm.internal.sql.Query;
import io.quintet.orm.meta.ModelMeta;
import io.quintet.orm.meta.Models;
import io.quintet.orm.meta.RelationMeta;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Relations that are fetched into a list with a name of its own. */
final class NamedFetch {
  private static final String NUMBER = "row_of_owner";

  private NamedFetch() {}

  /** Whether a name is that of a list that was fetched before. */
  static boolean isName(Entity entity, String name) {
    return entity.state().annotations().get(name) instanceof List<?>;
  }

  static List<Entity> rows(List<Entity> owners, String name) {
    List<Entity> found = new ArrayList<>();
    for (Entity owner : owners) {
      for (Object row : (List<?>) Objects.requireNonNull(owner.annotation(name))) {
        found.add((Entity) row);
      }
    }
    return found;
  }

  static void fetch(List<Entity> owners, String relationName, Prefetch prefetch, String alias) {
    ModelMeta<?> model = Models.of(owners.getFirst());
    Optional<RelationMeta> forward = model.findRelation(relationName);
    boolean reverse = forward.isEmpty();
    RelationMeta relation =
        forward
            .or(() -> model.findReverse(relationName))
            .orElseThrow(() -> RelationFetch.unknown(model, relationName));
    if (!reverse && !relation.isManyToMany()) {
      throw new QueryException(
          "%s leads to one row; a prefetch with a name is a list of rows.".formatted(relation));
    }
    QuerySet<?> base = prefetch.rows();
    ModelMeta<?> target = reverse ? relation.model() : relation.target();
    QuerySet<?> source =
        base != null ? base : RelationFetch.start(target.manager().all(), alias, owners);
    List<Object> keys =
        owners.stream().map(o -> Objects.requireNonNull(o.key())).distinct().toList();
    Map<Object, List<Entity>> found = new HashMap<>();
    for (List<Object> chunk : RelationFetch.chunks(keys)) {
      collect(source, new Query.Owned(relation, reverse, List.copyOf(chunk)), found);
    }
    for (Entity owner : owners) {
      owner
          .state()
          .annotations()
          .put(prefetch.name(), found.getOrDefault(Objects.requireNonNull(owner.key()), List.of()));
    }
  }

  /** A slice is one of each owner: its rows are numbered. */
  private static <M extends Entity> void collect(
      QuerySet<M> rows, Query.Owned owned, Map<Object, List<Entity>> found) {
    Query query = rows.query();
    if (query.isSliced() && owned.keys().size() > 1) {
      if (owned.relation().isManyToMany()) {
        for (Object key : owned.keys()) {
          List<Object> one = List.of(key);
          RelationFetch.collect(
              rows.ownedBy(new Query.Owned(owned.relation(), owned.reverse(), one)), one, found);
        }
        return;
      }
      rows = numbered(rows, owned.relation());
    }
    RelationFetch.collect(rows.ownedBy(owned), owned.keys(), found);
  }

  @SuppressWarnings("unchecked") // orders of rows of the same model
  private static <M extends Entity> QuerySet<M> numbered(QuerySet<M> rows, RelationMeta relation) {
    Query query = rows.query();
    List<Order<M>> orders = new ArrayList<>();
    query.orders().forEach(o -> orders.add((Order<M>) o));
    if (orders.isEmpty()) {
      rows.model().ordering().forEach(n -> orders.add(Q.order(n)));
    }
    Expression<M, Object> owner = new Expression<>(new Node.Field(List.of(relation.name())));
    Window<M> window = new Window<>(List.of(owner), orders, null);
    QuerySet<M> whole = rows.with(query.slice(-1, 0));
    QuerySet<M> numbered = whole.alias(Windows.rowNumber(window).as(NUMBER));
    QuerySet<M> after = numbered.filter(NUMBER + "__gt", query.offset());
    return query.limit() < 0
        ? after
        : after.filter(NUMBER + "__lte", query.offset() + query.limit());
  }
}
