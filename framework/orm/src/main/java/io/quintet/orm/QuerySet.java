package io.quintet.orm;

import io.quintet.orm.expr.Assignment;
import io.quintet.orm.expr.Condition;
import io.quintet.orm.expr.EntityPath;
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
import io.quintet.orm.meta.Models;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a model: what to ask for, asked when it is needed.
 *
 * <p>A queryset never changes; each method returns another. It asks the database when it is
 * iterated or listed, and keeps those rows for the thread (the request, the task) that asked:
 * listing the same queryset twice asks once. {@code all()} gives one that asks again.
 */
public final class QuerySet<M extends Entity> implements Iterable<M>, SubqueryOf {
  private final ModelMeta<M> meta;
  private final Query query;
  private final String alias;
  private final FetchMode mode;
  private final List<Prefetch> prefetches;
  private volatile @Nullable Known<M> known;

  /** Rows that a thread has read. */
  private record Known<M>(long thread, List<M> rows) {}

  private QuerySet(
      ModelMeta<M> meta, Query query, String alias, FetchMode mode, List<Prefetch> prefetches) {
    this.meta = meta;
    this.query = query;
    this.alias = alias;
    this.mode = mode;
    this.prefetches = prefetches;
  }

  static <M extends Entity> QuerySet<M> of(Class<M> type) {
    ModelMeta<M> meta = Models.of(type);
    return new QuerySet<>(
        meta,
        SoftDeletion.hiding(meta, Query.of(meta)),
        Databases.DEFAULT,
        FetchMode.PEERS,
        List.of());
  }

  private QuerySet<M> with(Query changed) {
    return new QuerySet<>(meta, changed, alias, mode, prefetches);
  }

  /** The model. */
  public ModelMeta<M> model() {
    return meta;
  }

  /** The alias of the database that is asked. */
  public String alias() {
    return alias;
  }

  Query query() {
    return query;
  }

  static Query queryOf(SubqueryOf subquery) {
    return switch (subquery) {
      case QuerySet<?> q -> q.query;
      case Selection<?, ?> s -> s.query();
      default ->
          throw new IllegalArgumentException(
              "Only a QuerySet or Selection can stand inside a query.");
    };
  }

  Database database() {
    return Db.database(alias);
  }

  private Compiler compiler() {
    return compiler(database());
  }

  static Compiler compiler(Database database) {
    return new Compiler(database.dialect(), QuerySet::queryOf, database.sqlCache());
  }

  // Which rows.

  /** The same rows, asked anew. */
  public QuerySet<M> all() {
    return with(query);
  }

  /**
   * Only rows that meet all conditions. Conditions over a relation to many rows in one call are
   * about one and the same row.
   */
  @SafeVarargs
  public final QuerySet<M> filter(Condition<M>... conditions) {
    return filterNodes(Arrays.stream(conditions).map(Condition::node).toList());
  }

  /** Only rows that meet a look-up by name: {@code filter("author__name__icontains", "ann")}. */
  public QuerySet<M> filter(String lookup, @Nullable Object value) {
    return filterNodes(List.of(new Node.Named(lookup, value)));
  }

  /** Only rows that meet all look-ups by name. */
  public QuerySet<M> filter(Map<String, ?> lookups) {
    return filterNodes(named(lookups));
  }

  /**
   * Without the rows that meet all conditions. Over a relation to many rows: without rows that have
   * any such related row.
   */
  @SafeVarargs
  public final QuerySet<M> exclude(Condition<M>... conditions) {
    return excludeNodes(Arrays.stream(conditions).map(Condition::node).toList());
  }

  /** Without the rows that meet a look-up by name. */
  public QuerySet<M> exclude(String lookup, @Nullable Object value) {
    return excludeNodes(List.of(new Node.Named(lookup, value)));
  }

  /** Without the rows that meet all look-ups by name. */
  public QuerySet<M> exclude(Map<String, ?> lookups) {
    return excludeNodes(named(lookups));
  }

  static List<Node> named(Map<String, ?> lookups) {
    List<Node> nodes = new ArrayList<>();
    lookups.forEach((lookup, value) -> nodes.add(new Node.Named(lookup, value)));
    return nodes;
  }

  private QuerySet<M> filterNodes(List<Node> nodes) {
    if (nodes.isEmpty()) {
      return this;
    }
    refuseSlice("filter");
    return with(query.step(new Query.Step.Filter(new Node.And(nodes))));
  }

  private QuerySet<M> excludeNodes(List<Node> nodes) {
    if (nodes.isEmpty()) {
      return this;
    }
    refuseSlice("exclude");
    return with(query.step(new Query.Step.Filter(new Node.Not(new Node.And(nodes)))));
  }

  private void refuseSlice(String method) {
    if (query.isSliced()) {
      throw new QueryException(
          method
              + "(...) after limit or offset would ask for other rows than it reads. Filter first, then slice.");
    }
  }

  /** No rows, without asking. */
  public QuerySet<M> none() {
    return with(query.none());
  }

  /** Sorted. */
  @SafeVarargs
  public final QuerySet<M> orderBy(Order<M>... orders) {
    return with(query.orders(List.of(orders)));
  }

  /** Sorted by names, "-" before one for descending. */
  public QuerySet<M> orderBy(String... names) {
    return with(query.orders(Arrays.stream(names).<Order<?>>map(Q::order).toList()));
  }

  /** In no particular order; the default order of the model is left out too. */
  public QuerySet<M> unordered() {
    return with(query.orders(List.of()));
  }

  /** With the rows that are marked as deleted, where the model has a {@code @SoftDelete} field. */
  public QuerySet<M> withDeleted() {
    return with(SoftDeletion.showing(meta, query));
  }

  /** In the opposite order. */
  public QuerySet<M> reverse() {
    return with(query.reverse());
  }

  /** At most so many rows. */
  public QuerySet<M> limit(long rowCount) {
    return with(query.slice(rowCount, query.offset()));
  }

  /** Without the first so many rows. */
  public QuerySet<M> offset(long rowCount) {
    return with(query.slice(query.limit(), rowCount));
  }

  /** The rows from one position to before another, counted from 0. */
  public QuerySet<M> slice(long from, long to) {
    if (from < 0 || to < from) {
      throw new IllegalArgumentException(
          "slice(%d, %d): positions count from 0, the second not before the first."
              .formatted(from, to));
    }
    return with(query.slice(to - from, query.offset() + from));
  }

  /** Each row once. */
  public QuerySet<M> distinct() {
    return with(query.asDistinct());
  }

  /** From another database. */
  public QuerySet<M> using(String databaseAlias) {
    return new QuerySet<>(meta, query, databaseAlias, mode, prefetches);
  }

  /**
   * Rows are locked until the transaction ends, where the database can do that. Only inside {@code
   * Db.atomic}.
   */
  public QuerySet<M> selectForUpdate() {
    return with(query.locked());
  }

  QuerySet<M> ownedBy(Query.Owned owned) {
    return with(query.ownedBy(owned));
  }

  /** The rows of this and other querysets, each once. */
  @SafeVarargs
  public final CombinedQuery<M> union(QuerySet<M>... others) {
    return CombinedQuery.of(this, List.of(others), Compiler.Combination.UNION);
  }

  /** The rows of this and other querysets; a row in two of them comes twice. */
  @SafeVarargs
  public final CombinedQuery<M> unionAll(QuerySet<M>... others) {
    return CombinedQuery.of(this, List.of(others), Compiler.Combination.UNION_ALL);
  }

  /** The rows that this and all other querysets have. */
  @SafeVarargs
  public final CombinedQuery<M> intersection(QuerySet<M>... others) {
    return CombinedQuery.of(this, List.of(others), Compiler.Combination.INTERSECTION);
  }

  /** The rows of this queryset that no other has. */
  @SafeVarargs
  public final CombinedQuery<M> difference(QuerySet<M>... others) {
    return CombinedQuery.of(this, List.of(others), Compiler.Combination.DIFFERENCE);
  }

  // What is read with them.

  /** Relations to one row, read in the same statement. */
  @SafeVarargs
  public final QuerySet<M> selectRelated(EntityPath<M, ?>... paths) {
    return related(Arrays.stream(paths).map(EntityPath::names).toList());
  }

  /**
   * Relations to one row by names, read in the same statement: {@code
   * selectRelated("author__mentor")}.
   */
  public QuerySet<M> selectRelated(String... paths) {
    return related(Arrays.stream(paths).map(p -> List.of(p.split("__"))).toList());
  }

  private QuerySet<M> related(List<List<String>> paths) {
    List<List<String>> all = new ArrayList<>(query.related());
    for (List<String> path : paths) {
      for (int length = 1; length <= path.size(); length++) {
        List<String> prefix = path.subList(0, length);
        if (!all.contains(prefix)) {
          all.add(List.copyOf(prefix));
        }
      }
    }
    return with(query.related(List.copyOf(all)));
  }

  /** Relations of any kind, read in one more statement each. */
  @SafeVarargs
  public final QuerySet<M> prefetchRelated(EntityPath<M, ?>... paths) {
    return prefetchRelated(Arrays.stream(paths).map(Prefetch::of).toArray(Prefetch[]::new));
  }

  /** Relations of any kind by names, read in one more statement each. */
  public QuerySet<M> prefetchRelated(String... paths) {
    return prefetchRelated(Arrays.stream(paths).map(Prefetch::of).toArray(Prefetch[]::new));
  }

  /** Relations of any kind, maybe only some of their rows. */
  public QuerySet<M> prefetchRelated(Prefetch... more) {
    List<Prefetch> all = new ArrayList<>(prefetches);
    all.addAll(List.of(more));
    return new QuerySet<>(meta, query, alias, mode, List.copyOf(all));
  }

  /** What happens when a relation is read that was not fetched. */
  public QuerySet<M> fetchMode(FetchMode newMode) {
    return new QuerySet<>(meta, query, alias, newMode, prefetches);
  }

  /**
   * With values that the database computes; read by {@code named.of(entity)} or {@code
   * entity.annotation(name)}.
   */
  @SafeVarargs
  public final QuerySet<M> annotate(Named<M, ?>... values) {
    Query changed = query;
    for (Named<M, ?> value : values) {
      refuseTakenName(value.name());
      changed = changed.step(new Query.Step.Annotate(value.name(), value.expression().node()));
    }
    return with(changed);
  }

  private void refuseTakenName(String name) {
    if (meta.findField(name).isPresent() || meta.findRelation(name).isPresent()) {
      throw new QueryException(
          "The annotation \""
              + name
              + "\" has the name of a field of "
              + meta.label()
              + ". Choose another.");
    }
  }

  // Reading.

  /** The rows. */
  public List<M> list() {
    List<M> rows = known();
    if (rows == null) {
      rows = List.copyOf(load());
      known = new Known<>(Thread.currentThread().threadId(), rows);
    }
    return rows;
  }

  /**
   * What this thread has read; a queryset in a constant must not show one request the rows of
   * another.
   */
  private @Nullable List<M> known() {
    Known<M> current = known;
    return current != null && current.thread() == Thread.currentThread().threadId()
        ? current.rows()
        : null;
  }

  private List<M> load() {
    if (query.nothing()) {
      return List.of();
    }
    return loadOwned().entities();
  }

  EntityLoader.Loaded<M> loadOwned() {
    if (query.lock() && !database().inTransaction()) {
      throw new QueryException(
          "selectForUpdate() locks rows until a transaction ends. Wrap it: Db.atomic(() -> ...).");
    }
    EntityLoader<M> loader = new EntityLoader<>(meta, alias, mode, compiler().entities(query));
    EntityLoader.Loaded<M> loaded = loader.loadAll(database());
    RelationFetch.prefetch(loaded.entities(), prefetches, alias);
    return loaded;
  }

  @Override
  public Iterator<M> iterator() {
    return list().iterator();
  }

  /** The first row, or none; by the primary key when there is no order. */
  public Optional<M> first() {
    QuerySet<M> ordered = isOrdered() ? this : orderBy("pk");
    return ordered.limit(1).list().stream().findFirst();
  }

  /** The last row, or none; by the primary key when there is no order. */
  public Optional<M> last() {
    refuseSlice("last");
    QuerySet<M> ordered = isOrdered() ? this : orderBy("pk");
    return ordered.reverse().limit(1).list().stream().findFirst();
  }

  private boolean isOrdered() {
    return !query.orders().isEmpty() || (query.defaultOrder() && !meta.ordering().isEmpty());
  }

  /**
   * The only row.
   *
   * @throws DoesNotExist when there is none
   * @throws MultipleObjects when there are several
   */
  public M get() {
    List<M> found = (query.isSliced() ? this : unordered().limit(2)).list();
    if (found.isEmpty()) {
      throw new DoesNotExist("There is no " + meta.label() + " for: " + describe());
    }
    if (found.size() > 1) {
      throw new MultipleObjects("There is more than one " + meta.label() + " for: " + describe());
    }
    return found.getFirst();
  }

  /** The only row that meets the conditions; see {@link #get()}. */
  @SafeVarargs
  public final M get(Condition<M>... conditions) {
    return filter(conditions).get();
  }

  /** The only row that meets a look-up; see {@link #get()}. */
  public M get(String lookup, @Nullable Object value) {
    return filter(lookup, value).get();
  }

  /** The row with a primary key. @throws DoesNotExist when there is none */
  public M getById(Object key) {
    return filter("pk", key).get();
  }

  /** The row with a primary key, or none. */
  public Optional<M> findById(Object key) {
    return filter("pk", key).unordered().list().stream().findFirst();
  }

  /** The only row, or none. @throws MultipleObjects when there are several */
  public Optional<M> find() {
    List<M> found = unordered().limit(2).list();
    if (found.size() > 1) {
      throw new MultipleObjects("There is more than one " + meta.label() + " for: " + describe());
    }
    return found.stream().findFirst();
  }

  private String describe() {
    return describe(compiler().entities(query.related(List.of())).statement());
  }

  static String describe(Statement statement) {
    int from = statement.sql().indexOf(" FROM ");
    return "SELECT ..." + statement.sql().substring(Math.max(0, from));
  }

  /** The SQL that it would run, with a ? for each value. */
  public String sql() {
    return compiler().entities(query).statement().sql();
  }

  /** How many rows there are. */
  public long count() {
    List<M> rows = known();
    if (rows != null) {
      return rows.size();
    }
    if (query.nothing()) {
      return 0;
    }
    return Runner.rows(database(), compiler().count(query), row -> row.longAt(1)).getFirst();
  }

  /** Whether there is a row. */
  public boolean exists() {
    List<M> rows = known();
    if (rows != null) {
      return !rows.isEmpty();
    }
    return !query.nothing()
        && !Runner.rows(database(), compiler().exists(query), row -> true).isEmpty();
  }

  /** Rows by their primary keys; keys without a row are missing. */
  public Map<Object, M> inBulk(Collection<?> keys) {
    Map<Object, M> found = new LinkedHashMap<>();
    List<Object> all = new ArrayList<>(keys);
    int size = RelationFetch.CHUNK;
    for (int from = 0; from < all.size(); from += size) {
      List<Object> chunk = all.subList(from, Math.min(all.size(), from + size));
      for (M row : filter("pk__in", chunk).list()) {
        found.put(java.util.Objects.requireNonNull(row.key()), row);
      }
    }
    return found;
  }

  /**
   * The rows one after the other, without keeping them; close it. Relations are fetched chunk by
   * chunk.
   */
  public Stream<M> stream() {
    EntityLoader<M> loader = new EntityLoader<>(meta, alias, mode, compiler().entities(query));
    return EntityStream.open(
        database(), loader, chunk -> RelationFetch.prefetch(chunk, prefetches, alias));
  }

  /**
   * Pages of so many rows that continue after a row; see {@link Keyset}.
   *
   * @throws QueryException when the order is not one of columns, or the query is sliced
   */
  public Keyset<M> keyset(int size) {
    return Keyset.of(this, size);
  }

  // Columns in place of entities.

  /** Columns; choose with {@link Selection#into} what a row becomes. */
  @SafeVarargs
  public final Selection<M, List<@Nullable Object>> select(Expression<M, ?>... columns) {
    List<Query.Output> outputs = new ArrayList<>();
    for (int i = 0; i < columns.length; i++) {
      outputs.add(new Query.Output("column_" + (i + 1), columns[i].node()));
    }
    return Selection.lists(this, query.outputs(outputs));
  }

  /** Columns by names, each row a map; all columns when none is named. */
  public Selection<M, Map<String, @Nullable Object>> values(String... names) {
    return Selection.maps(this, query.outputs(outputs(names)));
  }

  /** Named expressions, each row a map. */
  @SafeVarargs
  public final Selection<M, Map<String, @Nullable Object>> values(
      Named<M, ?> first, Named<M, ?>... more) {
    return Selection.maps(
        this,
        query.outputs(
            Stream.concat(Stream.of(first), Arrays.stream(more))
                .map(c -> new Query.Output(c.name(), c.expression().node()))
                .toList()));
  }

  /** Columns by names, each row a list. */
  public Selection<M, List<@Nullable Object>> valuesList(String... names) {
    return Selection.lists(this, query.outputs(outputs(names)));
  }

  /** One column. */
  public <T> Selection<M, T> valuesFlat(Expression<M, T> column) {
    return Selection.flat(this, query.outputs(List.of(new Query.Output("value", column.node()))));
  }

  /** One column by name. */
  public Selection<M, @Nullable Object> valuesFlat(String name) {
    return Selection.flat(
        this, query.outputs(List.of(new Query.Output(name, new Node.Reference(name)))));
  }

  private List<Query.Output> outputs(String... names) {
    if (names.length == 0) {
      return meta.fields().stream()
          .map(f -> new Query.Output(f.name(), new Node.Field(List.of(f.name()))))
          .toList();
    }
    return Arrays.stream(names).map(n -> new Query.Output(n, new Node.Reference(n))).toList();
  }

  /** Grouped by columns; follow with {@code select} or {@code values}. */
  @SafeVarargs
  public final QuerySet<M> groupBy(Expression<M, ?>... columns) {
    return with(query.groups(Arrays.stream(columns).map(Expression::node).toList()));
  }

  /** One aggregate over all rows; null when the database has none, as for the sum of no rows. */
  @SuppressWarnings("unchecked")
  public <T> @Nullable T aggregate(Expression<M, T> expression) {
    return (T) aggregate(expression.as("value")).get("value");
  }

  /** Several aggregates over all rows, by name. */
  @SafeVarargs
  public final Map<String, @Nullable Object> aggregate(Named<M, ?>... expressions) {
    List<Query.Output> outputs =
        Arrays.stream(expressions)
            .map(e -> new Query.Output(e.name(), e.expression().node()))
            .toList();
    Compiler.Rows compiled = compiler().aggregate(query, outputs);
    return Runner.rows(
            database(), compiled.statement(), row -> Selection.map(row, compiled.columns()))
        .getFirst();
  }

  // Writing.

  /**
   * Changes all rows in one statement; the number of rows. Signals and {@code save()} are not
   * called.
   */
  @SafeVarargs
  public final int update(Assignment<M>... assignments) {
    return query.nothing()
        ? 0
        : Runner.update(
            database(), compiler().update(query, RowVersion.raising(meta, List.of(assignments))));
  }

  /** Changes all rows in one statement, by names. */
  public int update(Map<String, ?> values) {
    List<Assignment<M>> assignments = new ArrayList<>();
    values.forEach((name, value) ->
        assignments.add(
            new Assignment<>(
                name, value instanceof Expression<?, ?> e ? e.node() : new Node.Value(value))));
    return query.nothing()
        ? 0
        : Runner.update(
            database(), compiler().update(query, RowVersion.raising(meta, assignments)));
  }

  /**
   * Deletes all rows and what their foreign keys say; marks them, where the model has a {@code
   * @SoftDelete} field.
   *
   * @return how many rows went
   * @throws ProtectedException when a relation protects a row
   */
  public long delete() {
    if (query.nothing()) {
      return 0;
    }
    if (Deletion.isPlain(meta) && !query.isSliced()) {
      return Runner.update(database(), compiler().delete(query));
    }
    return deletion().rowCount();
  }

  /**
   * Removes all rows and what their foreign keys say, also where deleting only marks them; {@code
   * withDeleted().hardDelete()} has those that are marked already.
   *
   * @return how many rows went
   * @throws ProtectedException when a relation protects a row
   */
  public long hardDelete() {
    return Deletion.hard(load(), alias).rowCount();
  }

  /** What a deletion would take, without deleting. */
  public Deletion deletion() {
    return Deletion.of(load(), alias);
  }

  /** Saves a new entity. */
  public M create(M entity) {
    entity.saveTo(alias);
    return entity;
  }

  /** Saves a new entity whose fields are set by name. */
  public M create(Map<String, ?> values) {
    M entity = meta.create();
    values.forEach((name, value) -> assign(entity, name, value));
    return create(entity);
  }

  private void assign(M entity, String name, @Nullable Object value) {
    meta.field(name).set(entity, value);
  }

  /**
   * The row with these values, made if it does not exist. Right also when another transaction makes
   * it at the same time.
   *
   * @param lookups field names and their values
   * @param defaults sets what else a new entity needs
   */
  public Created<M> getOrCreate(Map<String, ?> lookups, Consumer<M> defaults) {
    Optional<M> found = filter(lookups).find();
    if (found.isPresent()) {
      return new Created<>(found.get(), false);
    }
    try {
      M made =
          Db.atomicOn(
              alias,
              () -> {
                M entity = meta.create();
                lookups.forEach((name, value) -> assign(entity, name, value));
                defaults.accept(entity);
                return create(entity);
              });
      return new Created<>(made, true);
    } catch (IntegrityException e) {
      return filter(lookups).all().find().map(m -> new Created<>(m, false)).orElseThrow(() -> e);
    }
  }

  /** The row with these values, changed by {@code change}; made if it does not exist. */
  public Created<M> updateOrCreate(Map<String, ?> lookups, Consumer<M> change) {
    return Db.atomicOn(
        alias,
        () -> {
          Created<M> found = getOrCreate(lookups, change);
          if (!found.created()) {
            change.accept(found.entity());
            found.entity().saveTo(alias);
          }
          return found;
        });
  }

  /**
   * Inserts entities in as few statements as possible; their keys are set. Signals are not sent.
   */
  public List<M> bulkCreate(List<M> entities) {
    BulkInsert.run(meta, entities, alias, false);
    return entities;
  }

  /**
   * Inserts those entities that break no constraint, and leaves out the others. Keys are not set.
   */
  public void bulkCreateIgnoringConflicts(List<M> entities) {
    BulkInsert.run(meta, entities, alias, true);
  }

  /**
   * Entities from SQL of your own, which selects all columns of the table, in any order; others are
   * annotations. Values are given for each ?; see {@link Db#sql} for parameters by name.
   *
   * @throws QueryException when a column is missing
   */
  public List<M> raw(String sql, Object... values) {
    return RawQuery.entities(meta, alias, mode, RawQuery.statement(sql, values));
  }

  /** What it would ask. */
  @Override
  public String toString() {
    return "QuerySet of " + meta.label();
  }
}
