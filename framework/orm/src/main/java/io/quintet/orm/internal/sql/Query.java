package io.quintet.orm.internal.sql;

import io.quintet.orm.expr.Node;
import io.quintet.orm.expr.Order;
import io.quintet.orm.meta.ModelMeta;
import io.quintet.orm.meta.RelationMeta;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a queryset asks for.
 *
 * @param steps filters and annotations in the order in which they were given
 * @param orders what to sort by; the default order of the model when {@code defaultOrder}
 * @param limit the greatest number of rows, or -1
 * @param related relations to read in the same statement, as paths of names
 * @param outputs the columns to read instead of entities, or none
 * @param groups what to group by, when given
 * @param owned the rows related to these keys, when given
 */
public record Query(
    ModelMeta<?> model,
    List<Step> steps,
    List<Order<?>> orders,
    boolean defaultOrder,
    boolean reversed,
    long limit,
    long offset,
    boolean distinct,
    List<List<String>> related,
    List<Output> outputs,
    @Nullable List<Node> groups,
    boolean nothing,
    boolean lock,
    @Nullable Owned owned) {

  /** One thing that was asked. */
  public sealed interface Step {
    /** Rows that meet a condition. */
    record Filter(Node condition) implements Step {}

    /** A value with a name. */
    record Annotate(String name, Node expression) implements Step {}
  }

  /** A column of the result. */
  public record Output(String name, Node expression) {}

  /** Rows that a relation leads to from some keys; from target to source when {@code reverse}. */
  public record Owned(RelationMeta relation, boolean reverse, List<Object> keys) {}

  /** All rows of a model. */
  public static Query of(ModelMeta<?> model) {
    return new Query(
        model, List.of(), List.of(), true, false, -1, 0, false, List.of(), List.of(), null, false,
        false, null);
  }

  /** With one more step. */
  public Query step(Step step) {
    return withSteps(plus(steps, step));
  }

  /** Without a step, once. */
  public Query without(Step step) {
    List<Step> left = new ArrayList<>(steps);
    left.remove(step);
    return withSteps(List.copyOf(left));
  }

  /** With one condition in place of all steps. */
  public Query onlyCondition(Node condition) {
    return withSteps(List.of(new Step.Filter(condition)));
  }

  private Query withSteps(List<Step> newSteps) {
    return new Query(
        model,
        newSteps,
        orders,
        defaultOrder,
        reversed,
        limit,
        offset,
        distinct,
        related,
        outputs,
        groups,
        nothing,
        lock,
        owned);
  }

  /** Sorted anew. */
  public Query orders(List<Order<?>> newOrders) {
    return new Query(
        model, steps, newOrders, false, reversed, limit, offset, distinct, related, outputs, groups,
        nothing, lock, owned);
  }

  /** In the opposite order. */
  public Query reverse() {
    return new Query(
        model,
        steps,
        orders,
        defaultOrder,
        !reversed,
        limit,
        offset,
        distinct,
        related,
        outputs,
        groups,
        nothing,
        lock,
        owned);
  }

  /** A part of the rows. */
  public Query slice(long newLimit, long newOffset) {
    return new Query(
        model,
        steps,
        orders,
        defaultOrder,
        reversed,
        newLimit,
        newOffset,
        distinct,
        related,
        outputs,
        groups,
        nothing,
        lock,
        owned);
  }

  /** Without equal rows. */
  public Query asDistinct() {
    return new Query(
        model,
        steps,
        orders,
        defaultOrder,
        reversed,
        limit,
        offset,
        true,
        related,
        outputs,
        groups,
        nothing,
        lock,
        owned);
  }

  /** With relations read in the same statement. */
  public Query related(List<List<String>> paths) {
    return new Query(
        model,
        steps,
        orders,
        defaultOrder,
        reversed,
        limit,
        offset,
        distinct,
        paths,
        outputs,
        groups,
        nothing,
        lock,
        owned);
  }

  /** With columns in place of entities. */
  public Query outputs(List<Output> columns) {
    return new Query(
        model,
        steps,
        orders,
        defaultOrder,
        reversed,
        limit,
        offset,
        distinct,
        List.of(),
        columns,
        groups,
        nothing,
        lock,
        owned);
  }

  /** Grouped. */
  public Query groups(List<Node> by) {
    return new Query(
        model,
        steps,
        orders,
        defaultOrder,
        reversed,
        limit,
        offset,
        distinct,
        related,
        outputs,
        by,
        nothing,
        lock,
        owned);
  }

  /** Without any row. */
  public Query none() {
    return new Query(
        model,
        steps,
        orders,
        defaultOrder,
        reversed,
        limit,
        offset,
        distinct,
        related,
        outputs,
        groups,
        true,
        lock,
        owned);
  }

  /** With rows locked. */
  public Query locked() {
    return new Query(
        model,
        steps,
        orders,
        defaultOrder,
        reversed,
        limit,
        offset,
        distinct,
        related,
        outputs,
        groups,
        nothing,
        true,
        owned);
  }

  /** Of some owners. */
  public Query ownedBy(Owned by) {
    return new Query(
        model,
        steps,
        orders,
        defaultOrder,
        reversed,
        limit,
        offset,
        distinct,
        related,
        outputs,
        groups,
        nothing,
        lock,
        by);
  }

  /** Whether it is a part of the rows. */
  public boolean isSliced() {
    return limit >= 0 || offset > 0;
  }

  private static <T> List<T> plus(List<T> list, T item) {
    List<T> longer = new ArrayList<>(list);
    longer.add(item);
    return List.copyOf(longer);
  }
}
