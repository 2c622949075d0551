package io.quintet.orm;

import io.quintet.orm.expr.Condition;
import io.quintet.orm.expr.EntityPath;
import io.quintet.orm.internal.db.Database;
import io.quintet.orm.internal.sql.Coerce;
import io.quintet.orm.internal.sql.Compiler;
import io.quintet.orm.internal.sql.Query;
import io.quintet.orm.internal.sql.Statement;
import io.quintet.orm.meta.FieldMeta;
import io.quintet.orm.meta.ModelMeta;
import io.quintet.orm.meta.Models;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Rows of a model: what to ask for, asked when it is needed.
 *
 * <p>A queryset never changes; each method returns another. It asks the database when it is
 * iterated or listed, and keeps those rows for the thread (the request, the task) that asked:
 * listing the same queryset twice asks once. {@code all()} gives one that asks again.
 */
public final class QuerySet<M extends Entity> extends WritableRows<M> {
  private final ModelMeta<M> meta;
  private final String alias;
  private final FetchMode mode;
  private final List<Prefetch> prefetches;

  private QuerySet(
      ModelMeta<M> meta, Query query, String alias, FetchMode mode, List<Prefetch> prefetches) {
    super(query);
    this.meta = meta;
    this.alias = alias;
    this.mode = mode;
    this.prefetches = prefetches;
  }

  static <M extends Entity> QuerySet<M> of(Class<M> type) {
    ModelMeta<M> meta = Models.of(type);
    return new QuerySet<>(
        meta,
        SoftDeletion.hiding(meta, Query.of(meta)),
        Routing.alias(meta),
        FetchMode.PEERS,
        List.of());
  }

  @Override
  QuerySet<M> with(Query changed) {
    return new QuerySet<>(meta, changed, alias, mode, prefetches);
  }

  @Override
  QuerySet<M> self() {
    return this;
  }

  /** The model. */
  @Override
  public ModelMeta<M> model() {
    return meta;
  }

  /** The alias of the database that is asked. */
  @Override
  public String alias() {
    return alias;
  }

  /** Only rows that have a partner in a common table expression; its columns can be used then. */
  public QuerySet<M> join(Cte cte, Condition<M> on) {
    return with(query().join(cte.source(), on.node(), false));
  }

  /** With the columns of a common table expression; null for rows that have no partner in it. */
  public QuerySet<M> leftJoin(Cte cte, Condition<M> on) {
    return with(query().join(cte.source(), on.node(), true));
  }

  /** With the rows that are marked as deleted, where the model has a {@code @SoftDelete} field. */
  public QuerySet<M> withDeleted() {
    return with(SoftDeletion.showing(meta, query()));
  }

  /** From another database. */
  public QuerySet<M> using(String databaseAlias) {
    return new QuerySet<>(meta, query(), databaseAlias, mode, prefetches);
  }

  /**
   * Rows are locked until the transaction ends, where the database can do that. Only inside {@code
   * Db.atomic}.
   */
  public QuerySet<M> selectForUpdate() {
    return selectForUpdate(RowLock.waiting());
  }

  /** Rows are locked in a way; see {@link #selectForUpdate()}. */
  public QuerySet<M> selectForUpdate(RowLock lock) {
    refuseCombined("selectForUpdate");
    return with(query().locked(new Query.Lock(lock.noWait(), lock.skipLocked(), lock.of())));
  }

  QuerySet<M> ownedBy(Query.Owned owned) {
    return with(query().ownedBy(owned));
  }

  // Joined with another queryset.

  /** Rows that are in both querysets, in the order of this one. */
  public QuerySet<M> and(QuerySet<M> other) {
    return JoinedQuery.and(this, other);
  }

  /** Rows that are in one of both querysets, in the order of this one. */
  public QuerySet<M> or(QuerySet<M> other) {
    return JoinedQuery.or(this, other);
  }

  /** Rows that are in one of both querysets, not in both; in the order of this one. */
  public QuerySet<M> xor(QuerySet<M> other) {
    return JoinedQuery.xor(this, other);
  }

  /**
   * A relation by another name, of whose rows only those are joined that meet a condition; rows
   * without any stay. Filters, orders and aggregates use the name: {@code
   * filteredRelation("drafts", "posts", Q.of("posts__status", "draft"))}.
   */
  public QuerySet<M> filteredRelation(String name, String relation, Condition<M> condition) {
    refuseCombined("filteredRelation");
    refuseTakenName(name);
    return with(query().relate(name, List.of(relation.split("__")), condition.node()));
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
    List<List<String>> all = new ArrayList<>(query().related());
    for (List<String> path : paths) {
      for (int length = 1; length <= path.size(); length++) {
        List<String> prefix = path.subList(0, length);
        if (!all.contains(prefix)) {
          all.add(List.copyOf(prefix));
        }
      }
    }
    return with(query().related(List.copyOf(all)));
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
    return new QuerySet<>(meta, query(), alias, mode, List.copyOf(all));
  }

  /** What happens when a relation is read that was not fetched. */
  public QuerySet<M> fetchMode(FetchMode newMode) {
    return new QuerySet<>(meta, query(), alias, newMode, prefetches);
  }

  /**
   * Only these fields of the entities are read, by name; the others when they are touched through
   * metadata, for all rows of the result. A Java field that was not read has its initial value.
   */
  public QuerySet<M> only(String... names) {
    refuseCombined("only");
    return with(query().fields(FieldChoice.only(query().fields(), List.of(names))));
  }

  /** These fields of the entities are not read, by name; see {@link #only}. */
  public QuerySet<M> defer(String... names) {
    refuseCombined("defer");
    return with(query().fields(FieldChoice.defer(query().fields(), List.of(names))));
  }

  /** All fields are read again. */
  public QuerySet<M> deferNone() {
    return with(query().fields(null));
  }

  /** All relations to one row that is always there, read in the same statement, five deep. */
  public QuerySet<M> selectRelatedAll() {
    List<List<String>> paths = new ArrayList<>();
    addRelated(meta, List.of(), paths);
    return related(paths);
  }

  private static void addRelated(ModelMeta<?> model, List<String> path, List<List<String>> paths) {
    for (FieldMeta field : model.fields()) {
      field
          .relation()
          .filter(r -> !field.nullable() && path.size() < 5)
          .ifPresent(r -> {
            List<String> longer = new ArrayList<>(path);
            longer.add(r.name());
            paths.add(longer);
            addRelated(r.target(), longer, paths);
          });
    }
  }

  /** No relation is read in the same statement. */
  public QuerySet<M> selectRelatedNone() {
    return with(query().related(List.of()));
  }

  /** No relation is read in a statement of its own. */
  public QuerySet<M> prefetchRelatedNone() {
    return new QuerySet<>(meta, query(), alias, mode, List.of());
  }

  // Reading.

  @Override
  List<M> load() {
    return loadOwned().entities();
  }

  @Override
  Statement statement() {
    return compiler().entities(query()).statement();
  }

  EntityLoader.Loaded<M> loadOwned() {
    Database database = database();
    if (query().lock() != null && !database.inTransaction()) {
      throw new QueryException(
          "selectForUpdate() locks rows until a transaction ends. Wrap it: Db.atomic(() -> ...).");
    }
    return load(compiler(database).entities(query()), database);
  }

  private EntityLoader.Loaded<M> load(Compiler.Entities select, Database database) {
    EntityLoader<M> loader = new EntityLoader<>(meta, alias, mode, select);
    if (select.statement().nothing()) {
      return new EntityLoader.Loaded<>(List.of(), List.of());
    }
    EntityLoader.Loaded<M> loaded = loader.loadAll(database);
    RelationFetch.prefetch(loaded.entities(), prefetches, alias);
    return loaded;
  }

  /**
   * An entity of which only the key is known, without asking: to point to it, or to read its fields
   * when they are touched through metadata.
   */
  public M reference(Object key) {
    M entity = meta.create();
    meta.primaryKey().set(entity, Coerce.to(meta.primaryKey().columnType(), key, meta.label()));
    EntityLoader.remember(meta, entity, alias, null);
    entity.state().deferred =
        meta.fields().stream()
            .filter(f -> !f.primaryKey())
            .map(FieldMeta::index)
            .collect(java.util.stream.Collectors.toUnmodifiableSet());
    return entity;
  }

  /** The row with a primary key. @throws DoesNotExist when there is none */
  public M getById(Object key) {
    return findById(key).orElseThrow(() -> filter("pk", key).missing());
  }

  /** The row with a primary key, or none. */
  public Optional<M> findById(Object key) {
    Database database = database();
    Compiler.Entities kept = query().isWhole() ? compiler(database).byKey(meta, key) : null;
    if (kept == null) {
      return filter("pk", key).find();
    }
    List<M> found = load(kept, database).entities();
    return found.isEmpty() ? Optional.empty() : Optional.of(found.getFirst());
  }

  /** Whether an entity is among the rows. */
  public boolean contains(Entity entity) {
    List<M> rows = known();
    if (Models.of(entity).concreteType() != meta.concreteType()) {
      return false;
    }
    if (!entity.isSaved()) {
      throw new QueryException(
          "A %s that is not saved is in no queryset. Save it first.".formatted(meta.label()));
    }
    return rows != null ? rows.contains(entity) : filterKey(entity);
  }

  private boolean filterKey(Entity entity) {
    QuerySet<M> keyed =
        query().isSliced() ? QuerySet.of(meta.type()).using(alias).filter("pk__in", this) : this;
    return keyed.filter("pk", entity.key()).exists();
  }

  /** Rows by their primary keys; keys without a row are missing. */
  public Map<Object, M> inBulk(Collection<?> keys) {
    return inBulk("pk", keys);
  }

  /** All rows by the values of a field that is unique, by name. */
  public Map<Object, M> inBulk(String field) {
    return BulkRead.all(this, field);
  }

  /** Rows by the values of a field that is unique, by name; values without a row are missing. */
  public Map<Object, M> inBulk(String field, Collection<?> keys) {
    return BulkRead.some(this, field, keys);
  }

  /**
   * The rows one after the other, without keeping them; close it. Relations are fetched chunk by
   * chunk.
   */
  public Stream<M> stream() {
    return stream(EntityStream.CHUNK);
  }

  /** The same; rows come from the database, and relations with them, so many at a time. */
  public Stream<M> stream(int chunkSize) {
    EntityLoader<M> loader = new EntityLoader<>(meta, alias, mode, compiler().entities(query()));
    return EntityStream.open(
        database(), loader, chunkSize, chunk -> RelationFetch.prefetch(chunk, prefetches, alias));
  }

  /**
   * Pages of so many rows that continue after a row; see {@link Keyset}.
   *
   * @throws QueryException when the order is not one of columns, or the query is sliced
   */
  public Keyset<M> keyset(int size) {
    return Keyset.of(this, size);
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
