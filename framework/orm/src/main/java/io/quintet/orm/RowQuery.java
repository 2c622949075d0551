package io.quintet.orm;

import io.quintet.orm.expr.Condition;
import io.quintet.orm.expr.Expression;
import io.quintet.orm.expr.Named;
import io.quintet.orm.expr.Node;
import io.quintet.orm.expr.Order;
import io.quintet.orm.expr.SubqueryOf;
import io.quintet.orm.internal.db.Database;
import io.quintet.orm.internal.sql.Compiler;
import io.quintet.orm.internal.sql.Query;
import io.quintet.orm.meta.ModelMeta;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of a model, in what order, with what values beside them. How they are read is said by
 * {@link Rows}.
 *
 * <p>It never changes; each method returns another.
 *
 * @param <M> the model
 * @param <S> the kind of query itself
 */
public abstract sealed class RowQuery<M extends Entity, S extends RowQuery<M, S>>
    implements SubqueryOf permits Rows {
  private final Query query;

  RowQuery(Query query) {
    this.query = query;
  }

  final Query query() {
    return query;
  }

  abstract S with(Query changed);

  /** The model. */
  public abstract ModelMeta<M> model();

  /** The alias of the database that is asked. */
  public abstract String alias();

  final Database database() {
    return Db.database(alias());
  }

  final Compiler compiler() {
    return compiler(database());
  }

  static Compiler compiler(Database database) {
    return new Compiler(database.dialect(), RowQuery::queryOf, database.sqlCache());
  }

  static Query queryOf(SubqueryOf subquery) {
    if (subquery instanceof RowQuery<?, ?> rows) {
      return rows.query;
    }
    throw new IllegalArgumentException("Only a QuerySet or Selection can stand inside a query.");
  }

  /** The same rows, asked anew. */
  public final S all() {
    return with(query);
  }

  /**
   * Only rows that meet all conditions; on aggregates too (HAVING). Conditions over a relation to
   * many rows in one call are about one and the same row.
   */
  @SafeVarargs
  public final S filter(Condition<M>... conditions) {
    return filterNodes(Arrays.stream(conditions).map(Condition::node).toList());
  }

  /** Only rows that meet a look-up by name: {@code filter("author__name__icontains", "ann")}. */
  public final S filter(String lookup, @Nullable Object value) {
    return filterNodes(List.of(new Node.Named(lookup, value)));
  }

  /** Only rows that meet all look-ups by name. */
  public final S filter(Map<String, ?> lookups) {
    return filterNodes(Q.nodes(lookups));
  }

  /**
   * Without the rows that meet all conditions. Over a relation to many rows: without rows that have
   * any such related row.
   */
  @SafeVarargs
  public final S exclude(Condition<M>... conditions) {
    return excludeNodes(Arrays.stream(conditions).map(Condition::node).toList());
  }

  /** Without the rows that meet a look-up by name. */
  public final S exclude(String lookup, @Nullable Object value) {
    return excludeNodes(List.of(new Node.Named(lookup, value)));
  }

  /** Without the rows that meet all look-ups by name. */
  public final S exclude(Map<String, ?> lookups) {
    return excludeNodes(Q.nodes(lookups));
  }

  final S filterNodes(List<Node> nodes) {
    refuseCombined("filter");
    if (nodes.isEmpty()) {
      return with(query);
    }
    refuseSlice("filter");
    return with(query.filter(new Node.And(nodes)));
  }

  private S excludeNodes(List<Node> nodes) {
    refuseCombined("exclude");
    if (nodes.isEmpty()) {
      return with(query);
    }
    refuseSlice("exclude");
    return with(query.filter(new Node.Not(new Node.And(nodes))));
  }

  final void refuseSlice(String method) {
    if (query.isSliced()) {
      throw new QueryException(
          method
              + "(...) after limit or offset would ask for other rows than it reads. Filter first, then slice.");
    }
  }

  final void refuseCombined(String method) {
    if (query.combined() != null) {
      throw new NotSupportedException(
          method
              + "(...) after union, intersection or difference is not possible. Call it on each part, then combine.");
    }
  }

  /** No rows, without asking. */
  public final S none() {
    return with(query.none());
  }

  /** Sorted. */
  @SafeVarargs
  public final S orderBy(Order<M>... orders) {
    refuseSlice("orderBy");
    return with(query.orders(List.of(orders)));
  }

  /** Sorted by names, "-" before one for descending, "?" for any order. */
  public final S orderBy(String... names) {
    refuseSlice("orderBy");
    return with(query.orders(Arrays.stream(names).<Order<?>>map(Q::order).toList()));
  }

  /** In no particular order; the default order of the model is left out too. */
  public final S unordered() {
    return with(query.unordered());
  }

  /** In the opposite order. */
  public final S reverse() {
    refuseSlice("reverse");
    return with(query.reverse());
  }

  /** Whether the rows come in a known order, by {@code orderBy} or that of the model. */
  public final boolean isOrdered() {
    return query.isOrdered();
  }

  /** At most so many rows. */
  public final S limit(long rowCount) {
    return with(query.slice(rowCount, query.offset()));
  }

  /** Without the first so many rows. */
  public final S offset(long rowCount) {
    return with(query.slice(query.limit(), rowCount));
  }

  /** The rows from one position to before another, counted from 0 in what there is so far. */
  public final S slice(long from, long to) {
    if (from < 0 || to < from) {
      throw new IllegalArgumentException(
          "slice(%d, %d): positions count from 0, the second not before the first."
              .formatted(from, to));
    }
    long left = query.limit() < 0 ? Long.MAX_VALUE : Math.max(0, query.limit() - from);
    long most = Math.min(to - from, left);
    return most == 0 ? none() : with(query.slice(most, query.offset() + from));
  }

  /** The rows from one position on, counted from 0 in what there is so far. */
  public final S from(long position) {
    if (position < 0) {
      throw new IllegalArgumentException(
          "from(%d): positions count from 0. For the last rows, reverse() and limit(n)."
              .formatted(position));
    }
    return query.limit() < 0
        ? with(query.slice(-1, query.offset() + position))
        : slice(position, Math.max(position, query.limit()));
  }

  /** Each row once. */
  public final S distinct() {
    return distinctOn(List.of());
  }

  /**
   * Of the rows that agree in some fields, by name, the first; not on every database. The order
   * begins with these fields.
   */
  public final S distinct(String... names) {
    return distinctOn(List.of(names));
  }

  private S distinctOn(List<String> names) {
    refuseCombined("distinct");
    refuseSlice("distinct");
    return with(query.asDistinct(names));
  }

  // Put together.

  /** The rows of this and other queries of the same columns, each once. */
  @SafeVarargs
  public final S union(S... others) {
    return combined(Query.Combination.UNION, others);
  }

  /** The rows of this and other queries; a row in two of them comes twice. */
  @SafeVarargs
  public final S unionAll(S... others) {
    return combined(Query.Combination.UNION_ALL, others);
  }

  /** The rows that this and all other queries have. */
  @SafeVarargs
  public final S intersection(S... others) {
    return combined(Query.Combination.INTERSECTION, others);
  }

  /** The rows of this query that no other has. */
  @SafeVarargs
  public final S difference(S... others) {
    return combined(Query.Combination.DIFFERENCE, others);
  }

  @SafeVarargs
  private S combined(Query.Combination how, S... others) {
    List<Query> queries = Arrays.stream(others).map(o -> ((RowQuery<M, S>) o).query).toList();
    return with(query.combined(how, queries));
  }

  // With more values.

  /**
   * With values that the database computes: columns of a selection, and of entities read by {@code
   * named.of(entity)} or {@code entity.annotation(name)}. Filters and orders may use their names.
   * An aggregate is over the rows related to each entity, or after {@code values(...)} over the
   * rows that agree in these columns.
   */
  @SafeVarargs
  public final S annotate(Named<M, ?>... values) {
    return annotated(true, values);
  }

  /** The same for values that filters and orders use and that are not part of the result. */
  @SafeVarargs
  public final S alias(Named<M, ?>... values) {
    return annotated(false, values);
  }

  @SafeVarargs
  private S annotated(boolean selected, Named<M, ?>... values) {
    refuseCombined(selected ? "annotate" : "alias");
    Query changed = query;
    for (Named<M, ?> value : values) {
      refuseTakenName(value.name());
      changed = changed.annotate(value.name(), value.expression().node(), selected);
    }
    return with(changed);
  }

  final void refuseTakenName(String name) {
    if (model().findField(name).isPresent()
        || model().findRelation(name).isPresent()
        || model().findReverse(name).isPresent()) {
      throw new QueryException(
          "The annotation \""
              + name
              + "\" has the name of a field of "
              + model().label()
              + ". Choose another.");
    }
  }

  /** Grouped by columns. */
  @SafeVarargs
  public final S groupBy(Expression<M, ?>... columns) {
    return with(query.groups(Arrays.stream(columns).map(Expression::node).toList()));
  }
}
