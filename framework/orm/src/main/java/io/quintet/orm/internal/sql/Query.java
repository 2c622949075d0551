package io.quintet.orm.internal.sql;

import io.quintet.orm.expr.Node;
import io.quintet.orm.expr.Order;
import io.quintet.orm.internal.dialect.Operations;
import io.quintet.orm.meta.FieldType;
import io.quintet.orm.meta.ModelMeta;
import io.quintet.orm.meta.RelationMeta;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a queryset asks for.
 *
 * @param steps filters, annotations and choices of columns in the order in which they were given
 * @param ordering what to sort by
 * @param slice which of the rows
 * @param distinct whether equal rows come once, or null
 * @param related relations to read in the same statement, as paths of names
 * @param fields which fields of entities to read, or null for all
 * @param outputs the columns to read instead of entities, or none
 * @param groups what to group by, when given
 * @param lock how rows are locked, or null
 * @param owned the rows related to these keys, when given
 * @param combined the queries of which this one combines the rows, when it does
 */
public record Query(
    ModelMeta<?> model,
    List<Step> steps,
    Ordering ordering,
    Slice slice,
    @Nullable Distinct distinct,
    List<List<String>> related,
    @Nullable Fields fields,
    List<Output> outputs,
    @Nullable List<Node> groups,
    boolean nothing,
    @Nullable Lock lock,
    @Nullable Owned owned,
    @Nullable Combined combined) {

  /** One thing that was asked. */
  public sealed interface Step {
    /** Rows that meet a condition. */
    record Filter(Node condition) implements Step {}

    /** A value with a name; {@code selected} when it is part of the result. */
    record Annotate(String name, Node expression, boolean selected) implements Step {}

    /** A relation by another name, of whose rows only those are joined that meet a condition. */
    record Relate(String name, List<String> path, Node condition) implements Step {}

    /** Columns in place of entities; what comes after refers to rows of these. */
    record Values(List<Output> outputs) implements Step {}

    /**
     * The rows of a common table expression beside those of the query.
     *
     * @param optional whether rows without a partner stay
     */
    record Join(CteSource source, Node condition, boolean optional) implements Step {}
  }

  /** A column of the result. */
  public record Output(String name, Node expression) {}

  /**
   * What to sort by.
   *
   * @param defaults whether the default order of the model applies
   */
  public record Ordering(List<Order<?>> orders, boolean defaults, boolean reversed) {
    /** The default order of the model. */
    static final Ordering DEFAULT = new Ordering(List.of(), true, false);

    /** No order. */
    public static final Ordering NONE = new Ordering(List.of(), false, false);

    /** Copies the list. */
    public Ordering {
      orders = List.copyOf(orders);
    }
  }

  /** A part of the rows; {@code limit} is -1 for no limit. */
  public record Slice(long limit, long offset) {
    static final Slice ALL = new Slice(-1, 0);
    private static final FieldType COUNT = new FieldType.Int64();

    /** The end of a SELECT; the offset is bound. */
    Fragment sql(Operations operations) {
      return Fragment.of(
          operations.slice(limit, offset > 0),
          offset > 0 ? List.of(new Param(offset, COUNT)) : List.of());
    }
  }

  /** Each row once; of the rows that agree in {@code on}, the first. */
  public record Distinct(List<String> on) {
    /** Copies the list. */
    public Distinct {
      on = List.copyOf(on);
    }
  }

  /** Which fields of entities are read: only these names, or all but these. */
  public record Fields(boolean only, List<String> names) {
    /** Copies the list. */
    public Fields {
      names = List.copyOf(names);
    }
  }

  /** How rows are locked; {@code of} names the relations whose rows are, "self" for the own. */
  public record Lock(boolean noWait, boolean skipLocked, List<String> of) {
    /** Copies the list. */
    public Lock {
      of = List.copyOf(of);
    }
  }

  /** Rows that a relation leads to from some keys; from target to source when {@code reverse}. */
  public record Owned(RelationMeta relation, boolean reverse, List<Object> keys) {}

  /** The rows of several queries put together. */
  public record Combined(Combination how, List<Query> parts) {
    /** Copies the list. */
    public Combined {
      parts = List.copyOf(parts);
    }
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

    String sql() {
      return sql;
    }
  }

  /** Copies the lists. */
  public Query {
    steps = List.copyOf(steps);
    related = List.copyOf(related);
    outputs = List.copyOf(outputs);
  }

  /** All rows of a model. */
  public static Query of(ModelMeta<?> model) {
    return new Query(
        model,
        List.of(),
        Ordering.DEFAULT,
        Slice.ALL,
        null,
        List.of(),
        null,
        List.of(),
        null,
        false,
        null,
        null,
        null);
  }

  /** Whether it asks for entities without saying which: all rows, whole, in any order. */
  public boolean isWhole() {
    return steps.isEmpty()
        && !isSliced()
        && distinct == null
        && related.isEmpty()
        && fields == null
        && outputs.isEmpty()
        && groups == null
        && !nothing
        && lock == null
        && owned == null
        && combined == null;
  }

  private Query with(Consumer<QueryDraft> change) {
    QueryDraft draft = new QueryDraft(this);
    change.accept(draft);
    return draft.query();
  }

  /** Only rows that meet a condition. */
  public Query filter(Node condition) {
    return with(d -> d.steps = plus(steps, new Step.Filter(condition)));
  }

  /** With a common table expression beside it. */
  public Query join(CteSource source, Node condition, boolean optional) {
    return with(d -> d.steps = plus(steps, new Step.Join(source, condition, optional)));
  }

  /** Without a step, once. */
  public Query without(Step step) {
    List<Step> left = new ArrayList<>(steps);
    left.remove(step);
    return with(d -> d.steps = left);
  }

  /** With a relation by another name, limited to rows that meet a condition. */
  public Query relate(String name, List<String> path, Node condition) {
    return with(d -> d.steps = plus(steps, new Step.Relate(name, List.copyOf(path), condition)));
  }

  /** The conditions that rows meet. */
  public List<Node> conditions() {
    return steps.stream()
        .filter(Step.Filter.class::isInstance)
        .map(s -> ((Step.Filter) s).condition())
        .toList();
  }

  /** With another condition in place of all. */
  public Query onlyCondition(Node condition) {
    return with(d -> {
      List<Step> others = new ArrayList<>(steps);
      others.removeIf(Step.Filter.class::isInstance);
      others.add(new Step.Filter(condition));
      d.steps = others;
    });
  }

  /** With a named value; a column of the result too when {@code selected}. */
  public Query annotate(String name, Node expression, boolean selected) {
    return with(d -> {
      d.steps = plus(steps, new Step.Annotate(name, expression, selected));
      if (selected && !outputs.isEmpty()) {
        d.outputs = plus(outputs, new Output(name, new Node.Reference(name)));
      }
    });
  }

  /** With columns in place of entities. */
  public Query outputs(List<Output> columns) {
    return with(d -> {
      d.steps = plus(steps, new Step.Values(columns));
      d.outputs = columns;
      d.related = List.of();
      d.fields = null;
      if (combined != null) {
        d.combined =
            new Combined(
                combined.how,
                combined.parts.stream()
                    .map(p -> p.outputs.isEmpty() ? p.outputs(columns) : p)
                    .toList());
      }
    });
  }

  /** With other columns, whatever was asked for before. */
  Query onlyOutputs(List<Output> columns) {
    return with(d -> {
      d.outputs = columns;
      d.related = List.of();
      d.fields = null;
    });
  }

  /** Sorted anew. */
  public Query orders(List<Order<?>> newOrders) {
    return with(d -> d.ordering = new Ordering(newOrders, false, false));
  }

  /** Without any order. */
  public Query unordered() {
    return orders(List.of());
  }

  /** In the opposite order. */
  public Query reverse() {
    return with(
        d -> d.ordering = new Ordering(ordering.orders, ordering.defaults, !ordering.reversed));
  }

  /** What to sort by, the default order of the model left out. */
  public List<Order<?>> orders() {
    return ordering.orders;
  }

  /** Whether the rows come in a known order. */
  public boolean isOrdered() {
    return !ordering.orders.isEmpty()
        || (ordering.defaults && !model.ordering().isEmpty() && !groupsColumns());
  }

  /** Whether an aggregate groups columns, so that the default order of the model has no meaning. */
  private boolean groupsColumns() {
    boolean columns = false;
    for (Step step : steps) {
      columns |= step instanceof Step.Values;
      if (columns
          && step instanceof Step.Annotate a
          && NodeWalk.any(
              a.expression(), Node.Aggregate.class::isInstance, Node.Window.class::isInstance)) {
        return true;
      }
    }
    return false;
  }

  /** The greatest number of rows, or -1. */
  public long limit() {
    return slice.limit;
  }

  /** How many rows are left out. */
  public long offset() {
    return slice.offset;
  }

  /** A part of the rows. */
  public Query slice(long newLimit, long newOffset) {
    return with(d -> d.slice = new Slice(newLimit, newOffset));
  }

  /** Whether it is a part of the rows. */
  public boolean isSliced() {
    return slice.limit >= 0 || slice.offset > 0;
  }

  /** Without equal rows, or of those that agree in some columns the first. */
  public Query asDistinct(List<String> on) {
    return with(d -> d.distinct = new Distinct(on));
  }

  /** Whether equal rows come once. */
  public boolean isDistinct() {
    return distinct != null;
  }

  /** With relations read in the same statement. */
  public Query related(List<List<String>> paths) {
    return with(d -> d.related = paths);
  }

  /** With some fields of entities only. */
  public Query fields(@Nullable Fields which) {
    return with(d -> d.fields = which);
  }

  /** Grouped. */
  public Query groups(List<Node> by) {
    return with(d -> d.groups = List.copyOf(by));
  }

  /** Without any row. */
  public Query none() {
    return with(d -> d.nothing = true);
  }

  /** With rows locked. */
  public Query locked(@Nullable Lock how) {
    return with(d -> d.lock = how);
  }

  /** Of some owners. */
  public Query ownedBy(Owned by) {
    return with(d -> d.owned = by);
  }

  /** The rows of this and other queries put together. */
  public Query combined(Combination how, List<Query> others) {
    List<Query> parts = new ArrayList<>();
    parts.add(this);
    parts.addAll(others);
    return with(d -> {
      d.combined = new Combined(how, parts);
      d.steps = List.of();
      d.ordering = Ordering.NONE;
      d.slice = Slice.ALL;
      d.distinct = null;
      d.related = List.of();
      d.groups = null;
      d.nothing = false;
      d.lock = null;
      d.owned = null;
    });
  }

  private static <T> List<T> plus(List<T> list, T item) {
    List<T> longer = new ArrayList<>(list);
    longer.add(item);
    return longer;
  }
}
