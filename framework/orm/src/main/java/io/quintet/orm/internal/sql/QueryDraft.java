package io.quintet.orm.internal.sql;

import io.quintet.orm.expr.Node;
import io.quintet.orm.meta.ModelMeta;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The parts of a query while another is made of it. */
final class QueryDraft {
  private final ModelMeta<?> model;
  List<Query.Step> steps;
  Query.Ordering ordering;
  Query.Slice slice;
  Query.@Nullable Distinct distinct;
  List<List<String>> related;
  Query.@Nullable Fields fields;
  List<Query.Output> outputs;
  @Nullable List<Node> groups;
  boolean nothing;
  Query.@Nullable Lock lock;
  Query.@Nullable Owned owned;
  Query.@Nullable Combined combined;

  QueryDraft(Query q) {
    model = q.model();
    steps = q.steps();
    ordering = q.ordering();
    slice = q.slice();
    distinct = q.distinct();
    related = q.related();
    fields = q.fields();
    outputs = q.outputs();
    groups = q.groups();
    nothing = q.nothing();
    lock = q.lock();
    owned = q.owned();
    combined = q.combined();
  }

  Query query() {
    return new Query(
        model, steps, ordering, slice, distinct, related, fields, outputs, groups, nothing, lock,
        owned, combined);
  }
}
