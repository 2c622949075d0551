package io.quintet.orm;

import io.quintet.orm.internal.db.Runner;
import io.quintet.orm.internal.sql.Compiler;
import io.quintet.orm.internal.sql.Query;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/**
 * The rows of several querysets of one model, put together by the database: all of them, those in
 * common, or those of the first that the others lack. It can be sorted by fields, sliced and
 * counted; filter before you combine.
 */
public final class CombinedQuery<M extends Entity> implements Iterable<M> {
  private final List<QuerySet<M>> parts;
  private final Compiler.Combination how;
  private final List<String> orders;
  private final long limit;
  private final long offset;

  private CombinedQuery(
      List<QuerySet<M>> parts,
      Compiler.Combination how,
      List<String> orders,
      long limit,
      long offset) {
    this.parts = parts;
    this.how = how;
    this.orders = orders;
    this.limit = limit;
    this.offset = offset;
  }

  static <M extends Entity> CombinedQuery<M> of(
      QuerySet<M> first, List<QuerySet<M>> others, Compiler.Combination how) {
    List<QuerySet<M>> all = new ArrayList<>();
    all.add(first);
    all.addAll(others);
    return new CombinedQuery<>(List.copyOf(all), how, List.of(), -1, 0);
  }

  /** Sorted by fields of the model, "-" before one for descending. */
  public CombinedQuery<M> orderBy(String... names) {
    return new CombinedQuery<>(parts, how, Arrays.asList(names), limit, offset);
  }

  /** At most so many rows. */
  public CombinedQuery<M> limit(long rowCount) {
    return new CombinedQuery<>(parts, how, orders, rowCount, offset);
  }

  /** Without the first so many rows. */
  public CombinedQuery<M> offset(long rowCount) {
    return new CombinedQuery<>(parts, how, orders, limit, rowCount);
  }

  private Compiler.Entities compiled() {
    List<Query> queries = parts.stream().map(QuerySet::query).toList();
    return QuerySet.compiler(parts.getFirst().database())
        .combined(how, queries, orders, limit, offset);
  }

  /** The rows. */
  public List<M> list() {
    QuerySet<M> first = parts.getFirst();
    return new EntityLoader<>(first.model(), first.alias(), FetchMode.PEERS, compiled())
        .loadAll(first.database())
        .entities();
  }

  @Override
  public Iterator<M> iterator() {
    return list().iterator();
  }

  /** How many rows there are. */
  public long count() {
    return Runner.rows(
            parts.getFirst().database(),
            Compiler.countOf(compiled().statement()),
            row -> row.longAt(1))
        .getFirst();
  }
}
