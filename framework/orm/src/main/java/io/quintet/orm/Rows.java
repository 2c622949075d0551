package io.quintet.orm;

import io.quintet.orm.expr.Condition;
import io.quintet.orm.expr.Expression;
import io.quintet.orm.expr.Named;
import io.quintet.orm.expr.Node;
import io.quintet.orm.expr.Order;
import io.quintet.orm.expr.SubqueryOf;
import io.quintet.orm.internal.db.Database;
import io.quintet.orm.internal.db.Runner;
import io.quintet.orm.internal.sql.Compiler;
import io.quintet.orm.internal.sql.Query;
import io.quintet.orm.internal.sql.Statement;
import io.quintet.orm.meta.ModelMeta;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a query, entities or columns: which of them, in what order; asked when they are needed.
 *
 * <p>It never changes; each method returns another. It asks the database when it is iterated or
 * listed, and keeps those rows for the thread (the request, the task) that asked: listing the same
 * one twice asks once. {@code all()} gives one that asks again.
 *
 * @param <M> the model
 * @param <T> what a row is read into
 * @param <S> the kind of query itself
 */
public abstract sealed class Rows<
        M extends Entity, T extends @Nullable Object, S extends Rows<M, T, S>>
    implements Iterable<T>, SubqueryOf permits QuerySet, Selection {
  private final Query query;
  private volatile @Nullable Known<T> known;

  /** Rows that a thread has read. */
  private record Known<T extends @Nullable Object>(long thread, List<T> rows) {}

  Rows(Query query) {
    this.query = query;
  }

  final Query query() {
    return query;
  }

  abstract S with(Query changed);

  /** The rows, asked for. */
  abstract List<T> load();

  abstract Statement statement();

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
    return new Compiler(database.dialect(), Rows::queryOf, database.sqlCache());
  }

  static Query queryOf(SubqueryOf subquery) {
    if (subquery instanceof Rows<?, ?, ?> rows) {
      return rows.query;
    }
    throw new IllegalArgumentException("Only a QuerySet or Selection can stand inside a query.");
  }

  // Which rows.

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

  /** The row at a position, counted from 0. @throws IndexOutOfBoundsException if there is none */
  public final T at(long position) {
    List<T> rows = known();
    List<T> found = rows != null ? rows : slice(position, position + 1).list();
    int index = rows != null ? Math.toIntExact(position) : 0;
    if (index < 0 || index >= found.size()) {
      throw new IndexOutOfBoundsException("There is no row at position " + position + ".");
    }
    return found.get(index);
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
    List<Query> queries = Arrays.stream(others).map(o -> ((Rows<M, T, S>) o).query).toList();
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

  // Reading.

  /** The rows. */
  public final List<T> list() {
    List<T> rows = known();
    if (rows == null) {
      rows = query.nothing() ? List.of() : java.util.Collections.unmodifiableList(load());
      known = new Known<>(Thread.currentThread().threadId(), rows);
    }
    return rows;
  }

  /**
   * What this thread has read; a queryset in a constant must not show one request the rows of
   * another.
   */
  final @Nullable List<T> known() {
    Known<T> current = known;
    return current != null && current.thread() == Thread.currentThread().threadId()
        ? current.rows()
        : null;
  }

  @Override
  public final Iterator<T> iterator() {
    return list().iterator();
  }

  /** The first row, or none; by the primary key when there is no order. */
  public final Optional<T> first() {
    S ordered = isOrdered() || query.isSliced() ? with(query) : orderBy("pk");
    return firstOf(ordered.slice(0, 1).list());
  }

  private static <T extends @Nullable Object> Optional<T> firstOf(List<T> rows) {
    return rows.isEmpty() ? Optional.empty() : Optional.ofNullable(rows.getFirst());
  }

  /** The last row, or none; by the primary key when there is no order. */
  public final Optional<T> last() {
    refuseSlice("last");
    S ordered = isOrdered() ? with(query) : orderBy("pk");
    return firstOf(ordered.reverse().limit(1).list());
  }

  /**
   * The row with the least value in these fields, "-" before one for the greatest; without names in
   * that which the model calls {@code latestBy}.
   *
   * @throws DoesNotExist when there is no row
   */
  public final T earliest(String... names) {
    return furthest("earliest", names, false);
  }

  /** The row with the greatest value; see {@link #earliest}. */
  public final T latest(String... names) {
    return furthest("latest", names, true);
  }

  private T furthest(String method, String[] names, boolean reversed) {
    refuseSlice(method);
    String[] by = names.length > 0 ? names : model().latestBy().toArray(String[]::new);
    if (by.length == 0) {
      throw new QueryException(
          "%s() names no field, and %s has no @Model(latestBy). Write %s(\"created\")."
              .formatted(method, model().label(), method));
    }
    S ordered = with(query.orders(Arrays.stream(by).<Order<?>>map(Q::order).toList()));
    List<T> found = (reversed ? ordered.reverse() : ordered).limit(1).list();
    if (found.isEmpty()) {
      throw new DoesNotExist("There is no " + model().label() + " for: " + described());
    }
    return found.getFirst();
  }

  /**
   * The only row.
   *
   * @throws DoesNotExist when there is none
   * @throws MultipleObjects when there are several
   */
  public final T get() {
    S some = query.isSliced() ? with(query) : with(query.unordered().slice(2, 0));
    List<T> found = some.list();
    if (found.isEmpty()) {
      throw new DoesNotExist("There is no " + model().label() + " for: " + described());
    }
    if (found.size() > 1) {
      throw new MultipleObjects(
          "There is more than one " + model().label() + " for: " + described());
    }
    return found.getFirst();
  }

  /** The only row that meets the conditions; see {@link #get()}. */
  @SafeVarargs
  public final T get(Condition<M>... conditions) {
    return filter(conditions).get();
  }

  /** The only row that meets a look-up; see {@link #get()}. */
  public final T get(String lookup, @Nullable Object value) {
    return filter(lookup, value).get();
  }

  /** The only row, or none. @throws MultipleObjects when there are several */
  public final Optional<T> find() {
    List<T> found = with(query.unordered()).limit(2).list();
    if (found.size() > 1) {
      throw new MultipleObjects(
          "There is more than one " + model().label() + " for: " + described());
    }
    return firstOf(found);
  }

  private String described() {
    String sql = with(query.related(List.of())).statement().sql();
    int from = sql.indexOf(" FROM ");
    return "SELECT ..." + sql.substring(Math.max(0, from));
  }

  /** The SQL that it would run, with a ? for each value. */
  public final String sql() {
    return statement().sql();
  }

  /** How many rows there are. */
  public final long count() {
    List<T> rows = known();
    if (rows != null) {
      return rows.size();
    }
    if (query.nothing()) {
      return 0;
    }
    Statement counting = compiler().count(query);
    return counting.nothing()
        ? 0
        : Runner.rows(database(), counting, row -> row.longAt(1)).getFirst();
  }

  /** Whether there is a row. */
  public final boolean exists() {
    List<T> rows = known();
    if (rows != null) {
      return !rows.isEmpty();
    }
    Statement asking = compiler().exists(query);
    return !query.nothing()
        && !asking.nothing()
        && !Runner.rows(database(), asking, row -> true).isEmpty();
  }

  /** One aggregate over all rows; null when the database has none, as for the sum of no rows. */
  @SuppressWarnings("unchecked")
  public final <V> @Nullable V aggregate(Expression<M, V> expression) {
    return (V) aggregate(expression.as("value")).get("value");
  }

  /** Several aggregates over all rows, by name. */
  @SafeVarargs
  public final Map<String, @Nullable Object> aggregate(Named<M, ?>... expressions) {
    List<Query.Output> outputs = new ArrayList<>();
    for (Named<M, ?> e : expressions) {
      outputs.add(new Query.Output(e.name(), e.expression().node()));
    }
    Compiler.Rows compiled = compiler().aggregate(query, outputs);
    Map<String, @Nullable Object> known =
        compiled.statement().nothing() ? EmptyAggregates.of(outputs) : null;
    if (known != null) {
      return known;
    }
    return Runner.rows(
            database(), compiled.statement(), row -> Selection.map(row, compiled.columns()))
        .getFirst();
  }
}
