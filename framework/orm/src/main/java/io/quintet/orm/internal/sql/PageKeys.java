package io.quintet.orm.internal.sql;

import io.quintet.orm.expr.Node;
import io.quintet.orm.expr.Order;
import io.quintet.orm.expr.SubqueryOf;
import io.quintet.orm.meta.FieldMeta;
import io.quintet.orm.meta.ModelMeta;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A page of rows with related ones, asked for in two steps of one statement: the keys of the page
 * first, then those rows with what is joined to them.
 *
 * <pre>{@code
 * SELECT ... FROM post JOIN author ... WHERE post.id IN
 *   (SELECT id FROM post WHERE ... ORDER BY published DESC LIMIT 20 OFFSET 40) ORDER BY published DESC
 * }</pre>
 *
 * <p>Written plainly, a database joins and sorts all rows, long texts included, to throw all but
 * twenty away. The rows and their order are the same.
 */
final class PageKeys {
  private PageKeys() {}

  /** The keys of a page as a subquery. */
  private record Keys(Query query) implements SubqueryOf {}

  /** Nested queries, the keys of a page among them. */
  static Function<SubqueryOf, Query> among(Function<SubqueryOf, Query> subqueries) {
    return subquery -> subquery instanceof Keys(Query keys) ? keys : subqueries.apply(subquery);
  }

  /** The rows with the keys of the page, sorted as the page is. */
  static Query cut(Query query) {
    Query keys = query.related(List.of()).fields(null);
    Node inPage = new Node.Within(new Node.Field(List.of("pk")), new Keys(keys));
    return query.onlyCondition(inPage).slice(-1, 0);
  }

  /**
   * Whether it pays, and changes nothing: a page of more than one row with relations to join,
   * sorted by columns of its own table.
   */
  static boolean pays(Query query) {
    return query.limit() > 1
        && !query.related().isEmpty()
        && isPlain(query)
        && sortsByOwnColumns(query)
        && query.steps().stream().allMatch(Query.Step.Filter.class::isInstance);
  }

  private static boolean isPlain(Query query) {
    return !query.isDistinct()
        && !query.nothing()
        && query.lock() == null
        && query.outputs().isEmpty()
        && query.groups() == null
        && query.owned() == null
        && query.combined() == null;
  }

  private static boolean sortsByOwnColumns(Query query) {
    List<String> defaults = query.ordering().defaults() ? query.model().ordering() : List.of();
    return !(query.orders().isEmpty() && defaults.isEmpty())
        && query.orders().stream().allMatch(order -> isOwn(query.model(), order))
        && defaults.stream().allMatch(name -> isOwn(query.model(), name));
  }

  private static boolean isOwn(ModelMeta<?> model, Order<?> order) {
    return switch (order.node()) {
      case Node.Field(List<String> path) -> path.size() == 1 && isOwn(model, path.getFirst());
      case Node.Reference(String name) -> isOwn(model, name);
      default -> false;
    };
  }

  /** A relation may be sorted by the order of the other model, so it is not counted. */
  private static boolean isOwn(ModelMeta<?> model, String name) {
    Optional<FieldMeta> field = model.findField(name.startsWith("-") ? name.substring(1) : name);
    return field.isPresent() && field.get().relation().isEmpty();
  }
}
