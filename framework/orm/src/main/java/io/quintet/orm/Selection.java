package io.quintet.orm;

import io.quintet.orm.expr.Condition;
import io.quintet.orm.expr.Expression;
import io.quintet.orm.expr.Named;
import io.quintet.orm.expr.Node;
import io.quintet.orm.expr.Order;
import io.quintet.orm.expr.SubqueryOf;
import io.quintet.orm.internal.db.Database;
import io.quintet.orm.internal.db.Runner;
import io.quintet.orm.internal.db.Values;
import io.quintet.orm.internal.sql.Compiler;
import io.quintet.orm.internal.sql.Query;
import io.quintet.orm.meta.ColumnReader;
import io.quintet.orm.meta.Models;
import io.quintet.orm.meta.RowMeta;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Columns of a query in place of entities.
 *
 * <p>With an aggregate among them, rows are grouped: by the other columns, and when the aggregate
 * is over related rows also by the primary key, so that each entity keeps its row. {@link
 * QuerySet#groupBy} says otherwise.
 */
public final class Selection<M extends Entity, T extends @Nullable Object>
    implements Iterable<T>, SubqueryOf {
  private interface Shape<T extends @Nullable Object> {
    T read(ColumnReader row, List<Compiler.Extra> columns) throws SQLException;
  }

  private final QuerySet<M> source;
  private final Query query;
  private final Shape<T> shape;

  private Selection(QuerySet<M> source, Query query, Shape<T> shape) {
    this.source = source;
    this.query = query;
    this.shape = shape;
  }

  static <M extends Entity> Selection<M, List<@Nullable Object>> lists(
      QuerySet<M> source, Query query) {
    return new Selection<>(source, query, Selection::values);
  }

  static <M extends Entity> Selection<M, Map<String, @Nullable Object>> maps(
      QuerySet<M> source, Query query) {
    return new Selection<>(source, query, Selection::map);
  }

  @SuppressWarnings({"unchecked", "NullAway"}) // the column is an expression of this type
  static <M extends Entity, T extends @Nullable Object> Selection<M, T> flat(
      QuerySet<M> source, Query query) {
    return new Selection<>(
        source, query, (row, columns) -> (T) Values.read(row, 1, columns.getFirst().type()));
  }

  private static List<@Nullable Object> values(ColumnReader row, List<Compiler.Extra> columns)
      throws SQLException {
    List<@Nullable Object> values = new ArrayList<>();
    for (Compiler.Extra column : columns) {
      values.add(Values.read(row, column.position(), column.type()));
    }
    return java.util.Collections.unmodifiableList(values);
  }

  static Map<String, @Nullable Object> map(ColumnReader row, List<Compiler.Extra> columns)
      throws SQLException {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    for (Compiler.Extra column : columns) {
      values.put(column.name(), Values.read(row, column.position(), column.type()));
    }
    return java.util.Collections.unmodifiableMap(values);
  }

  Query query() {
    return query;
  }

  /** The alias of the database that is asked. */
  public String alias() {
    return source.alias();
  }

  private Database database() {
    return source.database();
  }

  private Selection<M, T> with(Query changed) {
    return new Selection<>(source, changed, shape);
  }

  /**
   * Rows as records annotated with {@code @Row}: columns fill the components in order.
   *
   * @throws QueryException when their numbers differ
   */
  public <R> Selection<M, R> into(Class<R> type) {
    RowMeta<R> row = Models.row(type);
    if (row.names().size() != query.outputs().size()) {
      throw new QueryException(
          "%s has %d components (%s), but %d columns are selected."
              .formatted(
                  type.getSimpleName(),
                  row.names().size(),
                  String.join(", ", row.names()),
                  query.outputs().size()));
    }
    return new Selection<>(source, query, (reader, columns) -> row.read(reader, 1));
  }

  /** Only rows that meet all conditions; on aggregates too (HAVING). */
  @SafeVarargs
  public final Selection<M, T> filter(Condition<M>... conditions) {
    return with(
        query.step(
            new Query.Step.Filter(
                new Node.And(Arrays.stream(conditions).map(Condition::node).toList()))));
  }

  /** Only rows that meet a look-up by name. */
  public Selection<M, T> filter(String lookup, @Nullable Object value) {
    return with(
        query.step(new Query.Step.Filter(new Node.And(List.of(new Node.Named(lookup, value))))));
  }

  /** Without the rows that meet all conditions. */
  @SafeVarargs
  public final Selection<M, T> exclude(Condition<M>... conditions) {
    List<Node> nodes = Arrays.stream(conditions).map(Condition::node).toList();
    return with(query.step(new Query.Step.Filter(new Node.Not(new Node.And(nodes)))));
  }

  /** With more columns; their names may be used in filters and orders. */
  @SafeVarargs
  public final Selection<M, T> annotate(Named<M, ?>... columns) {
    Query changed = query;
    List<Query.Output> outputs = new ArrayList<>(query.outputs());
    for (Named<M, ?> column : columns) {
      changed = changed.step(new Query.Step.Annotate(column.name(), column.expression().node()));
      outputs.add(new Query.Output(column.name(), column.expression().node()));
    }
    return with(changed.outputs(outputs));
  }

  /** Grouped by columns. */
  @SafeVarargs
  public final Selection<M, T> groupBy(Expression<M, ?>... columns) {
    return with(query.groups(Arrays.stream(columns).map(Expression::node).toList()));
  }

  /** Sorted. */
  @SafeVarargs
  public final Selection<M, T> orderBy(Order<M>... orders) {
    return with(query.orders(List.of(orders)));
  }

  /** Sorted by names, "-" before one for descending. */
  public Selection<M, T> orderBy(String... names) {
    return with(query.orders(Arrays.stream(names).<Order<?>>map(Q::order).toList()));
  }

  /** In no particular order. */
  public Selection<M, T> unordered() {
    return with(query.orders(List.of()));
  }

  /** At most so many rows. */
  public Selection<M, T> limit(long rowCount) {
    return with(query.slice(rowCount, query.offset()));
  }

  /** Without the first so many rows. */
  public Selection<M, T> offset(long rowCount) {
    return with(query.slice(query.limit(), rowCount));
  }

  /** Each row once. */
  public Selection<M, T> distinct() {
    return with(query.asDistinct());
  }

  /** The rows. */
  public List<T> list() {
    if (query.nothing()) {
      return List.of();
    }
    Compiler.Rows compiled = QuerySet.compiler(database()).rows(query);
    return Runner.rows(
        database(), compiled.statement(), row -> shape.read(row, compiled.columns()));
  }

  @Override
  public Iterator<T> iterator() {
    return list().iterator();
  }

  /** The first row, or none. */
  public Optional<T> first() {
    List<T> found = limit(1).list();
    return found.isEmpty() ? Optional.empty() : Optional.ofNullable(found.getFirst());
  }

  /**
   * The only row. @throws DoesNotExist when there is none @throws MultipleObjects when there are
   * several
   */
  public T get() {
    List<T> found = limit(2).list();
    if (found.isEmpty()) {
      throw new DoesNotExist(
          "There is no row for: "
              + QuerySet.describe(QuerySet.compiler(database()).rows(query).statement()));
    }
    if (found.size() > 1) {
      throw new MultipleObjects(
          "There is more than one row for: "
              + QuerySet.describe(QuerySet.compiler(database()).rows(query).statement()));
    }
    return found.getFirst();
  }

  /** How many rows there are. */
  public long count() {
    return query.nothing()
        ? 0
        : Runner.rows(database(), QuerySet.compiler(database()).count(query), row -> row.longAt(1))
            .getFirst();
  }

  /** The SQL that it would run, with a ? for each value. */
  public String sql() {
    return QuerySet.compiler(database()).rows(query).statement().sql();
  }
}
