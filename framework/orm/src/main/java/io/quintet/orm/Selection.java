package io.quintet.orm;

import io.quintet.orm.expr.Expression;
import io.quintet.orm.expr.Node;
import io.quintet.orm.internal.db.Runner;
import io.quintet.orm.internal.db.Values;
import io.quintet.orm.internal.sql.Compiler;
import io.quintet.orm.internal.sql.Query;
import io.quintet.orm.internal.sql.Statement;
import io.quintet.orm.meta.ColumnReader;
import io.quintet.orm.meta.ModelMeta;
import io.quintet.orm.meta.Models;
import io.quintet.orm.meta.RowMeta;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Columns of a query in place of entities.
 *
 * <p>With an aggregate among them, rows are grouped: by the other columns, and when the aggregate
 * is over related rows also by the primary key, so that each entity keeps its row. {@link
 * QuerySet#groupBy} says otherwise.
 */
public final class Selection<M extends Entity, T extends @Nullable Object>
    extends Rows<M, T, Selection<M, T>> {
  private interface Shape<T extends @Nullable Object> {
    T read(ColumnReader row, List<Compiler.Extra> columns) throws SQLException;
  }

  private final QuerySet<M> source;
  private final Shape<T> shape;

  private Selection(QuerySet<M> source, Query query, Shape<T> shape) {
    super(query);
    this.source = source;
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

  @Override
  Selection<M, T> with(Query changed) {
    return new Selection<>(source, changed, shape);
  }

  @Override
  public ModelMeta<M> model() {
    return source.model();
  }

  @Override
  public String alias() {
    return source.alias();
  }

  @Override
  List<T> load() {
    Compiler.Rows compiled = compiler().rows(query());
    return compiled.statement().nothing()
        ? List.of()
        : Runner.rows(database(), compiled.statement(), row -> shape.read(row, compiled.columns()));
  }

  @Override
  Statement statement() {
    return compiler().rows(query()).statement();
  }

  /**
   * Rows as records annotated with {@code @Row}: columns fill the components in order.
   *
   * @throws QueryException when their numbers differ
   */
  public <R> Selection<M, R> into(Class<R> type) {
    RowMeta<R> row = Models.row(type);
    if (row.names().size() != query().outputs().size()) {
      throw new QueryException(
          "%s has %d components (%s), but %d columns are selected."
              .formatted(
                  type.getSimpleName(),
                  row.names().size(),
                  String.join(", ", row.names()),
                  query().outputs().size()));
    }
    return new Selection<>(source, query(), (reader, columns) -> row.read(reader, 1));
  }

  /** Other columns by names, each row a map; a group stays what it was. */
  public Selection<M, Map<String, @Nullable Object>> values(String... names) {
    return maps(source, query().outputs(source.outputs(query(), names)));
  }

  /** Other columns by names, each row a list; a group stays what it was. */
  public Selection<M, List<@Nullable Object>> valuesList(String... names) {
    return lists(source, query().outputs(source.outputs(query(), names)));
  }

  /** Another column by name; a group stays what it was. */
  public Selection<M, @Nullable Object> valuesFlat(String name) {
    return flat(source, query().outputs(source.outputs(query(), name)));
  }

  /** A name for a column of the result that no field of the model has. */
  private static String freeName(ModelMeta<?> model) {
    String name = "moment";
    while (model.findField(name).isPresent()) {
      name += "_";
    }
    return name;
  }

  /** The moments that an expression makes of a field, each once, in order. */
  static <M extends Entity, T> Selection<M, T> moments(
      QuerySet<M> source, String field, Expression<M, T> moment) {
    String name = freeName(source.model());
    Query query =
        source
            .query()
            .filter(new Node.Named(field + "__isnull", false))
            .annotate(name, moment.node(), false)
            .outputs(List.of(new Query.Output(name, new Node.Reference(name))))
            .asDistinct(List.of())
            .orders(List.of(Q.order(name)));
    return flat(source, query);
  }
}
