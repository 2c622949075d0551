package io.quintet.orm;

import io.quintet.orm.expr.Node;
import io.quintet.orm.internal.sql.Query;
import java.util.List;

/** Two querysets of one model as one: what both, one, or exactly one of them asks for. */
final class JoinedQuery {
  private JoinedQuery() {}

  static <M extends Entity> QuerySet<M> and(QuerySet<M> one, QuerySet<M> other) {
    refuse("and", one, other);
    if (one.query().nothing() || other.query().nothing()) {
      return one.none();
    }
    Query both = one.query();
    for (Node condition : other.query().conditions()) {
      both = both.filter(condition);
    }
    return one.with(both);
  }

  static <M extends Entity> QuerySet<M> or(QuerySet<M> one, QuerySet<M> other) {
    if (one.query().isSliced() || other.query().isSliced()) {
      return or(whole(one), whole(other));
    }
    refuse("or", one, other);
    if (one.query().nothing()) {
      return other;
    }
    return other.query().nothing()
        ? one
        : one.with(one.query().onlyCondition(new Node.Or(List.of(all(one), all(other)))));
  }

  static <M extends Entity> QuerySet<M> xor(QuerySet<M> one, QuerySet<M> other) {
    if (one.query().isSliced() || other.query().isSliced()) {
      return xor(whole(one), whole(other));
    }
    refuse("xor", one, other);
    if (one.query().nothing()) {
      return other;
    }
    return other.query().nothing()
        ? one
        : one.with(one.query().onlyCondition(new Node.Xor(List.of(all(one), all(other)))));
  }

  /** A part of rows as a condition, which can be joined with others. */
  private static <M extends Entity> QuerySet<M> whole(QuerySet<M> rows) {
    return rows.query().isSliced()
        ? QuerySet.of(rows.model().type()).using(rows.alias()).filter("pk__in", rows)
        : rows;
  }

  private static Node all(QuerySet<?> rows) {
    return new Node.And(rows.query().conditions());
  }

  private static void refuse(String method, QuerySet<?> one, QuerySet<?> other) {
    one.refuseSlice(method);
    other.refuseSlice(method);
    one.refuseCombined(method);
    other.refuseCombined(method);
    if (one.query().isDistinct() != other.query().isDistinct()) {
      throw new QueryException(
          method
              + "(...) joins two querysets of which one is distinct. Call distinct() on both, or afterwards.");
    }
  }
}
