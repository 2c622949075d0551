package io.quintet.orm;

import io.quintet.orm.expr.Condition;
import io.quintet.orm.expr.Expression;
import io.quintet.orm.expr.Named;
import io.quintet.orm.expr.Order;
import io.quintet.orm.internal.db.Runner;
import io.quintet.orm.internal.sql.Compiler;
import io.quintet.orm.internal.sql.Query;
import io.quintet.orm.internal.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a query, entities or columns, asked when they are needed.
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
    extends RowQuery<M, S> implements Iterable<T> permits ColumnRows, Selection {
  private volatile @Nullable Known<T> known;

  /** Rows that a thread has read. */
  private record Known<T extends @Nullable Object>(long thread, List<T> rows) {}

  Rows(Query query) {
    super(query);
  }

  /** The rows, asked for. */
  abstract List<T> load();

  abstract Statement statement();

  /** The rows. */
  public final List<T> list() {
    List<T> rows = known();
    if (rows == null) {
      rows = query().nothing() ? List.of() : java.util.Collections.unmodifiableList(load());
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

  @Override
  public final Iterator<T> iterator() {
    return list().iterator();
  }

  /** The first row, or none; by the primary key when there is no order. */
  public final Optional<T> first() {
    S ordered = isOrdered() || query().isSliced() ? with(query()) : orderBy("pk");
    return firstOf(ordered.slice(0, 1).list());
  }

  private static <T extends @Nullable Object> Optional<T> firstOf(List<T> rows) {
    return rows.isEmpty() ? Optional.empty() : Optional.ofNullable(rows.getFirst());
  }

  /** The last row, or none; by the primary key when there is no order. */
  public final Optional<T> last() {
    refuseSlice("last");
    S ordered = isOrdered() ? with(query()) : orderBy("pk");
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
    S ordered = with(query().orders(Arrays.stream(by).<Order<?>>map(Q::order).toList()));
    List<T> found = (reversed ? ordered.reverse() : ordered).limit(1).list();
    if (found.isEmpty()) {
      throw missing();
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
    S some = query().isSliced() ? with(query()) : with(query().unordered().slice(2, 0));
    List<T> found = some.list();
    if (found.isEmpty()) {
      throw missing();
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
    List<T> found = with(query().unordered()).limit(2).list();
    if (found.size() > 1) {
      throw new MultipleObjects(
          "There is more than one " + model().label() + " for: " + described());
    }
    return firstOf(found);
  }

  /** That there is no such row. */
  final DoesNotExist missing() {
    return new DoesNotExist("There is no " + model().label() + " for: " + described());
  }

  private String described() {
    String sql = with(query().related(List.of())).statement().sql();
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
    if (query().nothing()) {
      return 0;
    }
    Statement counting = compiler().count(query());
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
    Statement asking = compiler().exists(query());
    return !query().nothing()
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
    Compiler.Rows compiled = compiler().aggregate(query(), outputs);
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
