package io.quintet.orm.internal.sql;

import io.quintet.orm.expr.Assignment;
import io.quintet.orm.expr.Node;
import io.quintet.orm.expr.SubqueryOf;
import io.quintet.orm.internal.dialect.Dialect;
import io.quintet.orm.internal.dialect.Operations;
import io.quintet.orm.meta.FieldMeta;
import io.quintet.orm.meta.FieldType;
import io.quintet.orm.meta.ModelMeta;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes the statements of a query. */
public final class Compiler {
  private final Dialect dialect;
  private final Operations operations;
  private final Function<SubqueryOf, Query> subqueries;
  private final SqlCache cache;

  /** A compiler; {@code subqueries} tells what a nested query asks for. */
  public Compiler(Dialect dialect, Function<SubqueryOf, Query> subqueries, SqlCache cache) {
    this.dialect = dialect;
    this.cache = cache;
    this.operations = dialect.operations();
    this.subqueries = PageKeys.among(subqueries);
  }

  /** The database that statements are for. */
  Dialect dialect() {
    return dialect;
  }

  /**
   * A column of the result that is no field of an entity.
   *
   * @param position its column, counted from 1
   */
  public record Extra(String name, int position, @Nullable FieldType type) {}

  /**
   * Entities read in the same statement.
   *
   * @param path the names of the relations from the root
   * @param first the column of their first field
   * @param hop the last relation of the path
   * @param deferred the positions of the fields that are not read
   */
  public record Related(
      List<String> path, ModelMeta<?> model, int first, Hop hop, Set<Integer> deferred) {
    /** The name of the relation that leads here, on the side that it is read from. */
    public String name() {
      return path.getLast();
    }

    /** Whether the relation is followed backwards. */
    public boolean isReverse() {
      return hop.reverse();
    }

    /** The relation. */
    public io.quintet.orm.meta.RelationMeta relation() {
      return hop.relation();
    }
  }

  /**
   * A SELECT of entities.
   *
   * @param deferred the positions of the fields that are not read
   * @param owner the column with the key of the owner, or 0
   */
  public record Entities(
      Statement statement,
      Set<Integer> deferred,
      List<Related> related,
      List<Extra> extras,
      int owner,
      @Nullable FieldType ownerType) {
    Entities with(Statement other) {
      return new Entities(other, deferred, related, extras, owner, ownerType);
    }
  }

  /** A SELECT of columns. */
  public record Rows(Statement statement, List<Extra> columns) {
    Rows with(Statement other) {
      return new Rows(other, columns);
    }
  }

  SelectCompiler select(Query query) {
    return new SelectCompiler(query, dialect, new Aliases(), null, subqueries);
  }

  /** Reads entities. */
  public Entities entities(Query query) {
    return cache.get(
        "entities", query, () -> newEntities(query), Entities::statement, Entities::with);
  }

  /** Reads the entity with a primary key; null for a key that only a query can look for. */
  public @Nullable Entities byKey(ModelMeta<?> model, Object key) {
    return cache.byKey(
        model,
        key,
        () -> newEntities(Query.of(model).filter(new Node.Named("pk", key)).unordered()));
  }

  private Entities newEntities(Query asked) {
    Query query = PageKeys.pays(asked) ? PageKeys.cut(asked) : asked;
    Selected selected = select(query).select(Selected.Kind.ENTITIES, true);
    return new Entities(
        selected.statement(),
        LoadedFields.deferred(query, List.of(), query.model()),
        selected.related(),
        selected.extras(),
        selected.owner(),
        selected.ownerType());
  }

  /** Reads columns. */
  public Rows rows(Query query) {
    return cache.get("rows", query, () -> newRows(query), Rows::statement, Rows::with);
  }

  /** Reads a common table expression, each column under its name. */
  public Statement rowsOf(CteSource source) {
    SelectCompiler select = select(source.start());
    Fragment definition = new Ctes(select).only(source);
    List<String> columns = new ArrayList<>();
    for (int i = 0; i < source.columns().size(); i++) {
      columns.add(CteSource.column(i) + " AS " + operations.quote(source.columns().get(i)));
    }
    return new Statement(
        definition.text() + "SELECT " + String.join(", ", columns) + " FROM " + source.table(),
        definition.params());
  }

  private Rows newRows(Query query) {
    Selected selected = select(query).select(Selected.Kind.OUTPUTS, true);
    return new Rows(selected.statement(), selected.extras());
  }

  /** The primary keys of rows, as a subquery. */
  Fragment keys(Query query) {
    Statement keys = select(query).select(Selected.Kind.KEYS, query.isSliced()).statement();
    return Fragment.of(keys.sql(), keys.params());
  }

  /** Counts rows. */
  public Statement count(Query query) {
    return cache.get("count", query, () -> newCount(query), s -> s, (old, bound) -> bound);
  }

  private Statement newCount(Query query) {
    boolean plain = !query.isSliced() && !query.isDistinct() && query.combined() == null;
    Query bare = query.related(List.of());
    if (plain && query.outputs().isEmpty()) {
      SelectCompiler counted = select(bare);
      Owners.take(counted);
      counted.takeSteps();
      if (!counted.isGrouped() && !counted.isQualified()) {
        return counted.render(List.of(Fragment.of("COUNT(*)")), List.of(), List.of()).statement();
      }
    }
    Selected.Kind kind =
        !query.outputs().isEmpty()
            ? Selected.Kind.OUTPUTS
            : query.isDistinct() ? Selected.Kind.ENTITIES : Selected.Kind.KEYS;
    Statement inner = select(bare).select(kind, false).statement();
    return new Statement(
        "SELECT COUNT(*) FROM (" + inner.sql() + ") counted", inner.params(), inner.nothing());
  }

  /** Whether there is a row. */
  public Statement exists(Query query) {
    return cache.get("exists", query, () -> newExists(query), s -> s, (old, bound) -> bound);
  }

  private Statement newExists(Query query) {
    Query bare = query.unordered().related(List.of());
    boolean whole = query.isSliced() || query.combined() != null;
    return select(whole ? bare : bare.slice(1, 0)).select(Selected.Kind.ONE, false).statement();
  }

  /** Aggregates over all rows. */
  public Rows aggregate(Query query, List<Query.Output> aggregates) {
    Query bare = query.unordered().related(List.of());
    return new AggregateCompiler(this).compile(query.isSliced() ? query : bare, aggregates);
  }

  /** Changes rows. */
  public Statement update(Query query, List<? extends Assignment<?>> assignments) {
    return update(query, query.model(), assignments);
  }

  /** Changes rows in one table: that of the model of the query, or of one that it extends. */
  public Statement update(
      Query query, ModelMeta<?> table, List<? extends Assignment<?>> assignments) {
    return new ChangeCompiler(this, operations).update(query, table, assignments);
  }

  /** Deletes rows, without any rule of foreign keys. */
  public Statement delete(Query query) {
    return new ChangeCompiler(this, operations).delete(query);
  }

  /** Inserts rows with the given fields; {@code returning} columns come back. */
  public Statement insert(
      ModelMeta<?> model,
      List<FieldMeta> fields,
      List<List<Param>> rows,
      List<FieldMeta> returning) {
    return new RowCompiler(operations, this::select, cache).insert(model, fields, rows, returning);
  }

  /** Changes some columns of the row that has the wanted values in other columns. */
  public Statement updateRow(
      ModelMeta<?> model,
      List<FieldMeta> fields,
      List<Param> values,
      List<FieldMeta> where,
      List<Param> wanted) {
    return new RowCompiler(operations, this::select, cache)
        .updateRow(model, fields, values, where, wanted);
  }
}
