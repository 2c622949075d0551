package io.quintet.orm.internal.sql;

import io.quintet.orm.meta.ModelMeta;
import io.quintet.orm.meta.RelationMeta;

/** One relation of a path, followed as declared or backwards. */
record Hop(RelationMeta relation, boolean reverse) {
  ModelMeta<?> target() {
    return reverse ? relation.model() : relation.target();
  }

  boolean isToMany() {
    return relation.isManyToMany() || (reverse && relation.kind() == RelationMeta.Kind.FOREIGN_KEY);
  }

  /** Whether a row may lack a partner. */
  boolean isOptional() {
    return reverse || relation.isManyToMany() || relation.field().nullable();
  }
}
