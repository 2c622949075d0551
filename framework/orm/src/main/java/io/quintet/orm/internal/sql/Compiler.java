package io.quintet.orm.internal.sql;

import io.quintet.orm.QueryException;
import io.quintet.orm.expr.Assignment;
import io.quintet.orm.expr.Node;
import io.quintet.orm.expr.SubqueryOf;
import io.quintet.orm.internal.dialect.Dialect;
import io.quintet.orm.internal.dialect.Operations;
import io.quintet.orm.meta.FieldMeta;
import io.quintet.orm.meta.FieldType;
import io.quintet.orm.meta.ModelMeta;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
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
   */
  public record Related(List<String> path, ModelMeta<?> model, int first, Hop hop) {
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
   * @param owner the column with the key of the owner, or 0
   */
  public record Entities(
      Statement statement,
      List<Related> related,
      List<Extra> extras,
      int owner,
      @Nullable FieldType ownerType) {
    Entities with(Statement other) {
      return new Entities(other, related, extras, owner, ownerType);
    }
  }

  /** A SELECT of columns. */
  public record Rows(Statement statement, List<Extra> columns) {
    Rows with(Statement other) {
      return new Rows(other, columns);
    }
  }

  private SelectCompiler compiler(Query query) {
    return new SelectCompiler(query, dialect, new Aliases(), null, subqueries);
  }

  /** Reads entities. */
  public Entities entities(Query query) {
    return cache.get(
        "entities", query, () -> newEntities(query), Entities::statement, Entities::with);
  }

  private Entities newEntities(Query asked) {
    Query query = PageKeys.pays(asked) ? PageKeys.cut(asked) : asked;
    SelectCompiler select = compiler(query);
    String owner = select.takeOwners();
    select.takeSteps();
    List<Fragment> columns =
        new ArrayList<>(select.allColumns(query.model(), select.joins().root()));
    List<Fragment> groups = new ArrayList<>();
    groups.add(columns.get(query.model().primaryKey().index()));
    List<Related> related = related(query, select, columns, groups);
    List<Extra> extras = new ArrayList<>();
    select
        .annotations()
        .forEach((name, node) -> {
          Fragment sql = select.nodes().result(node, SelectCompiler.any());
          columns.add(sql);
          extras.add(new Extra(name, columns.size(), sql.type()));
        });
    int ownerPosition = 0;
    FieldType ownerType = null;
    Query.Owned owned = query.owned();
    if (owner != null && owned != null && owned.keys().size() > 1) {
      var r = owned.relation();
      ownerType =
          r.isManyToMany()
              ? (owned.reverse() ? r.target() : r.model()).primaryKey().columnType()
              : r.field().columnType();
      Fragment sql = new Fragment(owner, List.of(), ownerType, false);
      columns.add(sql);
      groups.add(sql);
      ownerPosition = columns.size();
    }
    List<Fragment> orders = select.orders();
    Sql sql = select.render(columns, orders, select.isGrouped() ? groups : List.of());
    return new Entities(
        new Statement(sql.toString(), sql.params()), related, extras, ownerPosition, ownerType);
  }

  private static List<Related> related(
      Query query, SelectCompiler select, List<Fragment> columns, List<Fragment> groups) {
    List<Related> found = new ArrayList<>();
    for (List<String> path : query.related()) {
      JoinTree.Table table = select.joins().root();
      Hop last = null;
      for (Object step : PathResolver.toOne(query.model(), path)) {
        last = (Hop) step;
        table = select.joins().follow(table, last, JoinTree.ANY);
      }
      Hop hop = java.util.Objects.requireNonNull(last);
      ModelMeta<?> model = hop.target();
      found.add(new Related(path, model, columns.size() + 1, hop));
      List<Fragment> own = select.allColumns(model, table);
      columns.addAll(own);
      groups.add(own.get(model.primaryKey().index()));
    }
    return found;
  }

  /** Reads columns. */
  public Rows rows(Query query) {
    return cache.get("rows", query, () -> newRows(query), Rows::statement, Rows::with);
  }

  private Rows newRows(Query query) {
    SelectCompiler select = compiler(query);
    select.takeOwners();
    select.takeSteps();
    List<Fragment> columns = new ArrayList<>();
    List<Extra> extras = new ArrayList<>();
    for (Query.Output output : query.outputs()) {
      Fragment sql = select.nodes().result(output.expression(), SelectCompiler.any());
      columns.add(sql);
      extras.add(new Extra(output.name(), columns.size(), sql.type()));
    }
    List<Fragment> orders = select.orders();
    Sql sql = select.render(columns, orders, select.groupColumns(columns));
    return new Rows(new Statement(sql.toString(), sql.params()), extras);
  }

  /** How rows of several queries are put together. */
  public enum Combination {
    /** All rows, each once. */
    UNION("UNION"),
    /** All rows. */
    UNION_ALL("UNION ALL"),
    /** Rows that all queries have. */
    INTERSECTION("INTERSECT"),
    /** Rows of the first query that no other has. */
    DIFFERENCE("EXCEPT");

    private final String sql;

    Combination(String sql) {
      this.sql = sql;
    }
  }

  /** Reads entities of several queries on one model. */
  public Entities combined(
      Combination how, List<Query> parts, List<String> orders, long limit, long offset) {
    ModelMeta<?> model = parts.getFirst().model();
    Sql sql = new Sql();
    for (int i = 0; i < parts.size(); i++) {
      Query part = parts.get(i).related(List.of());
      Entities select = entities(part.isSliced() ? part : part.orders(List.of()));
      if (!select.extras().isEmpty() || select.owner() > 0) {
        throw new QueryException(
            "Querysets with annotations cannot be combined. Annotate what you read from each.");
      }
      sql.add(i == 0 ? "" : " " + how.sql + " ")
          .add("SELECT * FROM (")
          .add(Fragment.of(select.statement().sql(), select.statement().params()))
          .add(") part" + i);
    }
    for (int i = 0; i < orders.size(); i++) {
      String name = orders.get(i);
      boolean descending = name.startsWith("-");
      int position = model.field(descending ? name.substring(1) : name).index() + 1;
      sql.add(i == 0 ? " ORDER BY " : ", ").add(position + (descending ? " DESC" : " ASC"));
    }
    sql.add(operations.slice(limit, offset));
    return new Entities(new Statement(sql.toString(), sql.params()), List.of(), List.of(), 0, null);
  }

  /** Counts the rows of a statement. */
  public static Statement countOf(Statement inner) {
    return new Statement("SELECT COUNT(*) FROM (" + inner.sql() + ") counted", inner.params());
  }

  /** Counts rows. */
  public Statement count(Query query) {
    return cache.get("count", query, () -> newCount(query), s -> s, (old, bound) -> bound);
  }

  private Statement newCount(Query query) {
    boolean plain = !query.isSliced() && !query.distinct() && query.outputs().isEmpty();
    if (plain) {
      Query bare = query.orders(List.of()).related(List.of());
      SelectCompiler counted = compiler(bare);
      counted.takeOwners();
      counted.takeSteps();
      if (!counted.isGrouped() && !counted.isQualified()) {
        Sql sql = counted.render(List.of(Fragment.of("COUNT(*)")), List.of(), List.of());
        return new Statement(sql.toString(), sql.params());
      }
    }
    Statement inner =
        query.outputs().isEmpty()
            ? entities(query.related(List.of())).statement()
            : rows(query).statement();
    return countOf(inner);
  }

  /** Whether there is a row. */
  public Statement exists(Query query) {
    return cache.get("exists", query, () -> newExists(query), s -> s, (old, bound) -> bound);
  }

  private Statement newExists(Query query) {
    Query bare = query.orders(List.of()).related(List.of());
    SelectCompiler select = compiler(query.isSliced() ? bare : bare.slice(1, 0));
    select.takeOwners();
    select.takeSteps();
    List<Fragment> groups =
        select.isGrouped() ? List.of(select.column(List.of("pk"), JoinTree.ANY)) : List.of();
    Sql sql = select.render(List.of(Fragment.of("1")), List.of(), groups);
    return new Statement(sql.toString(), sql.params());
  }

  /** Aggregates over all rows. */
  public Rows aggregate(Query query, List<Query.Output> aggregates) {
    if (query.isSliced() || query.distinct() || compilesGrouped(query)) {
      throw new QueryException(
          "aggregate(...) works on all rows of a query, not on a slice, a distinct or a grouped one. Aggregate first, or read"
              + " the rows.");
    }
    Query bare = query.orders(List.of()).outputs(aggregates);
    return rows(bare.groups(List.of()));
  }

  private boolean compilesGrouped(Query query) {
    SelectCompiler select = compiler(query);
    select.takeSteps();
    return select.isGrouped();
  }

  /** Changes rows. */
  public Statement update(Query query, List<? extends Assignment<?>> assignments) {
    Query bare = query.orders(query.isSliced() ? query.orders() : List.of()).related(List.of());
    SelectCompiler select = compiler(bare);
    select.takeOwners();
    select.takeSteps();
    Sql sql =
        new Sql()
            .add("UPDATE ")
            .add(operations.quote(query.model().table()))
            .add(" AS ")
            .add(select.joins().root().alias)
            .add(" SET ");
    boolean first = true;
    boolean joinedBefore = !select.joins().isEmpty();
    for (Assignment<?> assignment : assignments) {
      FieldMeta field = query.model().field(assignment.field());
      sql.add(first ? "" : ", ").add(operations.quote(field.column())).add(" = ");
      first = false;
      sql.add(assigned(select, field, assignment.value()));
    }
    if (!joinedBefore && !select.joins().isEmpty()) {
      throw new QueryException(
          "An update of "
              + query.model().label()
              + " sets a column from another table. Read the value first, or use scalar(subquery).");
    }
    return finish(query, select, sql);
  }

  private Fragment assigned(SelectCompiler select, FieldMeta field, Node value) {
    if (value instanceof Node.Value v && v.type() == null) {
      Object coerced = Coerce.to(field.columnType(), v.value(), field.toString());
      if (coerced instanceof Coerce.OutOfRange) {
        throw new QueryException("A number does not fit into " + field + ".");
      }
      return select.nodes().parameter(field.stored(coerced), field.columnType());
    }
    if (field.encrypted()) {
      throw new QueryException(
          "%s is encrypted, so it can be set to a value only, not to an expression of the database."
              .formatted(field));
    }
    return select.nodes().expression(value, SelectCompiler.any());
  }

  /** Deletes rows, without any rule of foreign keys. */
  public Statement delete(Query query) {
    Query bare = query.orders(query.isSliced() ? query.orders() : List.of()).related(List.of());
    SelectCompiler select = compiler(bare);
    select.takeOwners();
    select.takeSteps();
    Sql sql =
        new Sql()
            .add("DELETE FROM ")
            .add(operations.quote(query.model().table()))
            .add(" AS ")
            .add(select.joins().root().alias);
    return finish(query, select, sql);
  }

  private Statement finish(Query query, SelectCompiler select, Sql sql) {
    boolean simple =
        select.joins().isEmpty()
            && !query.isSliced()
            && !select.isGrouped()
            && !select.isQualified()
            && !query.distinct();
    if (simple) {
      if (!select.where().isEmpty()) {
        sql.add(" WHERE ").add(select.where(), " AND ");
      }
    } else {
      String key = operations.quote(query.model().primaryKey().column());
      Query keys = query.outputs(List.of(new Query.Output("pk", new Node.Field(List.of("pk")))));
      if (!query.isSliced()) {
        keys = keys.orders(List.of());
      }
      SelectCompiler inner = new SelectCompiler(keys, dialect, new Aliases(), null, subqueries);
      inner.takeOwners();
      inner.takeSteps();
      List<Fragment> columns = List.of(inner.column(List.of("pk"), JoinTree.ANY));
      Sql nested = inner.render(columns, inner.orders(), inner.isGrouped() ? columns : List.of());
      sql.add(" WHERE " + key + " IN (")
          .add(Fragment.of(nested.toString(), nested.params()))
          .add(")");
    }
    return new Statement(sql.toString(), sql.params());
  }

  /** Inserts rows with the given fields; {@code returning} columns come back. */
  public Statement insert(
      ModelMeta<?> model,
      List<FieldMeta> fields,
      List<List<Param>> rows,
      List<FieldMeta> returning) {
    List<Param> params = new ArrayList<>(rows.size() * fields.size());
    rows.forEach(params::addAll);
    var key = new InsertKey(model, fields, rows.size(), returning);
    return new Statement(cache.text(key, () -> insertText(key)), params);
  }

  private record InsertKey(
      ModelMeta<?> model, List<FieldMeta> fields, int rows, List<FieldMeta> returning) {
    InsertKey {
      fields = List.copyOf(fields);
      returning = List.copyOf(returning);
    }
  }

  private String insertText(InsertKey key) {
    List<FieldMeta> fields = key.fields();
    StringBuilder sql =
        new StringBuilder("INSERT INTO ").append(operations.quote(key.model().table()));
    if (fields.isEmpty()) {
      sql.append(" DEFAULT VALUES");
    } else {
      sql.append(" (")
          .append(
              String.join(", ", fields.stream().map(f -> operations.quote(f.column())).toList()))
          .append(") VALUES ");
      String marks =
          "("
              + String.join(
                  ", ", fields.stream().map(f -> operations.parameter(f.columnType())).toList())
              + ")";
      sql.append(String.join(", ", Collections.nCopies(key.rows(), marks)));
    }
    if (!key.returning().isEmpty()) {
      sql.append(" RETURNING ")
          .append(
              String.join(
                  ", ", key.returning().stream().map(f -> operations.quote(f.column())).toList()));
    }
    return sql.toString();
  }

  /** Changes some columns of the row that has the wanted values in other columns. */
  public Statement updateRow(
      ModelMeta<?> model,
      List<FieldMeta> fields,
      List<Param> values,
      List<FieldMeta> where,
      List<Param> wanted) {
    var columns = new UpdateKey(model, fields, where);
    String sql = cache.text(columns, () -> updateText(columns));
    List<Param> params = new ArrayList<>(values);
    params.addAll(wanted);
    return new Statement(sql, params);
  }

  private record UpdateKey(ModelMeta<?> model, List<FieldMeta> fields, List<FieldMeta> where) {
    UpdateKey {
      fields = List.copyOf(fields);
      where = List.copyOf(where);
    }
  }

  private String updateText(UpdateKey key) {
    return "UPDATE %s SET %s WHERE %s"
        .formatted(
            operations.quote(key.model().table()),
            String.join(", ", key.fields().stream().map(this::isParameter).toList()),
            String.join(" AND ", key.where().stream().map(this::isParameter).toList()));
  }

  private String isParameter(FieldMeta field) {
    return operations.quote(field.column()) + " = " + operations.parameter(field.columnType());
  }
}
