package io.quintet.orm;

import io.quintet.orm.expr.Condition;
import io.quintet.orm.expr.EntityPath;
import io.quintet.orm.expr.Expression;
import io.quintet.orm.expr.Named;
import io.quintet.orm.expr.Order;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where the queries of a model begin: {@code public static final Manager<Post> objects =
 * Manager.of(Post.class)}.
 *
 * <p>Each method is that of the {@link QuerySet} of all rows.
 */
public class Manager<M extends Entity> {
  private final Class<M> type;

  /** For a manager with queries of its own; override {@link #all} to begin with other rows. */
  protected Manager(Class<M> type) {
    this.type = type;
  }

  /** The manager of a model. */
  public static <M extends Entity> Manager<M> of(Class<M> type) {
    return new Manager<>(type);
  }

  /** The model. */
  public final Class<M> type() {
    return type;
  }

  /** All rows. */
  public QuerySet<M> all() {
    return QuerySet.of(type);
  }

  /** See {@link QuerySet#filter(Condition...)}. */
  @SafeVarargs
  public final QuerySet<M> filter(Condition<M>... conditions) {
    return all().filter(conditions);
  }

  /** See {@link QuerySet#filter(String, Object)}. */
  public final QuerySet<M> filter(String lookup, @Nullable Object value) {
    return all().filter(lookup, value);
  }

  /** See {@link QuerySet#filter(Map)}. */
  public final QuerySet<M> filter(Map<String, ?> lookups) {
    return all().filter(lookups);
  }

  /** See {@link QuerySet#exclude(Condition...)}. */
  @SafeVarargs
  public final QuerySet<M> exclude(Condition<M>... conditions) {
    return all().exclude(conditions);
  }

  /** See {@link QuerySet#exclude(String, Object)}. */
  public final QuerySet<M> exclude(String lookup, @Nullable Object value) {
    return all().exclude(lookup, value);
  }

  /** See {@link QuerySet#join(Cte, Condition)}. */
  public final QuerySet<M> join(Cte cte, Condition<M> on) {
    return all().join(cte, on);
  }

  /** See {@link QuerySet#leftJoin(Cte, Condition)}. */
  public final QuerySet<M> leftJoin(Cte cte, Condition<M> on) {
    return all().leftJoin(cte, on);
  }

  /** See {@link QuerySet#values(Named, Named...)}. */
  @SafeVarargs
  public final Selection<M, Map<String, @Nullable Object>> values(
      Named<M, ?> first, Named<M, ?>... more) {
    return all().values(first, more);
  }

  /** See {@link QuerySet#withDeleted()}. */
  public final QuerySet<M> withDeleted() {
    return all().withDeleted();
  }

  /** See {@link QuerySet#none()}. */
  public final QuerySet<M> none() {
    return all().none();
  }

  /** See {@link QuerySet#using(String)}. */
  public final QuerySet<M> using(String alias) {
    return all().using(alias);
  }

  /** See {@link QuerySet#orderBy(Order...)}. */
  @SafeVarargs
  public final QuerySet<M> orderBy(Order<M>... orders) {
    return all().orderBy(orders);
  }

  /** See {@link QuerySet#orderBy(String...)}. */
  public final QuerySet<M> orderBy(String... names) {
    return all().orderBy(names);
  }

  /** See {@link QuerySet#limit(long)}. */
  public final QuerySet<M> limit(long rowCount) {
    return all().limit(rowCount);
  }

  /** See {@link QuerySet#selectRelated(EntityPath...)}. */
  @SafeVarargs
  public final QuerySet<M> selectRelated(EntityPath<M, ?>... paths) {
    return all().selectRelated(paths);
  }

  /** See {@link QuerySet#selectRelated(String...)}. */
  public final QuerySet<M> selectRelated(String... paths) {
    return all().selectRelated(paths);
  }

  /** See {@link QuerySet#prefetchRelated(EntityPath...)}. */
  @SafeVarargs
  public final QuerySet<M> prefetchRelated(EntityPath<M, ?>... paths) {
    return all().prefetchRelated(paths);
  }

  /** See {@link QuerySet#prefetchRelated(String...)}. */
  public final QuerySet<M> prefetchRelated(String... paths) {
    return all().prefetchRelated(paths);
  }

  /** See {@link QuerySet#prefetchRelated(Prefetch...)}. */
  public final QuerySet<M> prefetchRelated(Prefetch... prefetches) {
    return all().prefetchRelated(prefetches);
  }

  /** See {@link QuerySet#fetchMode(FetchMode)}. */
  public final QuerySet<M> fetchMode(FetchMode mode) {
    return all().fetchMode(mode);
  }

  /** See {@link QuerySet#annotate(Named...)}. */
  @SafeVarargs
  public final QuerySet<M> annotate(Named<M, ?>... values) {
    return all().annotate(values);
  }

  /** See {@link QuerySet#groupBy(Expression...)}. */
  @SafeVarargs
  public final QuerySet<M> groupBy(Expression<M, ?>... columns) {
    return all().groupBy(columns);
  }

  /** See {@link QuerySet#select(Expression...)}. */
  @SafeVarargs
  public final Selection<M, List<@Nullable Object>> select(Expression<M, ?>... columns) {
    return all().select(columns);
  }

  /** See {@link QuerySet#values(String...)}. */
  public final Selection<M, Map<String, @Nullable Object>> values(String... names) {
    return all().values(names);
  }

  /** See {@link QuerySet#valuesList(String...)}. */
  public final Selection<M, List<@Nullable Object>> valuesList(String... names) {
    return all().valuesList(names);
  }

  /** See {@link QuerySet#valuesFlat(Expression)}. */
  public final <T> Selection<M, T> valuesFlat(Expression<M, T> column) {
    return all().valuesFlat(column);
  }

  /** See {@link QuerySet#aggregate(Expression)}. */
  public final <T> @Nullable T aggregate(Expression<M, T> expression) {
    return all().aggregate(expression);
  }

  /** See {@link QuerySet#aggregate(Named...)}. */
  @SafeVarargs
  public final Map<String, @Nullable Object> aggregate(Named<M, ?>... expressions) {
    return all().aggregate(expressions);
  }

  /** See {@link QuerySet#list()}. */
  public final List<M> list() {
    return all().list();
  }

  /** See {@link QuerySet#stream()}. */
  public final Stream<M> stream() {
    return all().stream();
  }

  /** See {@link QuerySet#first()}. */
  public final Optional<M> first() {
    return all().first();
  }

  /** See {@link QuerySet#last()}. */
  public final Optional<M> last() {
    return all().last();
  }

  /** See {@link QuerySet#count()}. */
  public final long count() {
    return all().count();
  }

  /** See {@link QuerySet#exists()}. */
  public final boolean exists() {
    return all().exists();
  }

  /** See {@link QuerySet#get(Condition...)}. */
  @SafeVarargs
  public final M get(Condition<M>... conditions) {
    return all().get(conditions);
  }

  /** See {@link QuerySet#get(String, Object)}. */
  public final M get(String lookup, @Nullable Object value) {
    return all().get(lookup, value);
  }

  /** See {@link QuerySet#getById(Object)}. */
  public final M getById(Object key) {
    return all().getById(key);
  }

  /** See {@link QuerySet#findById(Object)}. */
  public final Optional<M> findById(Object key) {
    return all().findById(key);
  }

  /** See {@link QuerySet#inBulk(Collection)}. */
  public final Map<Object, M> inBulk(Collection<?> keys) {
    return all().inBulk(keys);
  }

  /** See {@link QuerySet#create(Entity)}. */
  public final M create(M entity) {
    return all().create(entity);
  }

  /** See {@link QuerySet#create(Map)}. */
  public final M create(Map<String, ?> values) {
    return all().create(values);
  }

  /** See {@link QuerySet#getOrCreate(Map, Consumer)}. */
  public final Created<M> getOrCreate(Map<String, ?> lookups, Consumer<M> defaults) {
    return all().getOrCreate(lookups, defaults);
  }

  /** See {@link QuerySet#updateOrCreate(Map, Consumer)}. */
  public final Created<M> updateOrCreate(Map<String, ?> lookups, Consumer<M> change) {
    return all().updateOrCreate(lookups, change);
  }

  /** See {@link QuerySet#bulkCreate(List)}. */
  public final List<M> bulkCreate(List<M> entities) {
    return all().bulkCreate(entities);
  }

  /** See {@link QuerySet#raw(String, Object...)}. */
  public final List<M> raw(String sql, Object... values) {
    return all().raw(sql, values);
  }
}
