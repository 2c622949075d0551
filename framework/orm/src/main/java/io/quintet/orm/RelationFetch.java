package io.quintet.orm;

import io.quintet.orm.meta.RelationMeta;

/** Loads relations that a query did not fetch. */
final class RelationFetch {
  private RelationFetch() {}

  static void one(Entity owner, RelationMeta relation, One<?> one) {
    throw new UnsupportedOperationException();
  }
}
