package io.quintet.orm;

import io.quintet.core.SiteContext;
import io.quintet.orm.expr.Lookup;
import io.quintet.orm.expr.Node;
import io.quintet.orm.internal.sql.Query;
import io.quintet.orm.meta.FieldMeta;
import io.quintet.orm.meta.ModelMeta;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Rows that are marked as deleted and not removed. */
final class SoftDeletion {
  private SoftDeletion() {}

  /** The query that leaves out marked rows, where a model marks them. */
  static Query hiding(ModelMeta<?> meta, Query query) {
    return meta.softDelete().map(field -> query.filter(hiding(field).condition())).orElse(query);
  }

  /** The same query with marked rows. */
  static Query showing(ModelMeta<?> meta, Query query) {
    return meta.softDelete().map(field -> query.without(hiding(field))).orElse(query);
  }

  private static Query.Step.Filter hiding(FieldMeta field) {
    return new Query.Step.Filter(
        new Node.Compare(
            Lookup.IS_NULL, new Node.Field(List.of(field.name())), List.of(new Node.Value(true))));
  }

  static Instant now() {
    return SiteContext.current().clock().instant().truncatedTo(ChronoUnit.MICROS);
  }
}
