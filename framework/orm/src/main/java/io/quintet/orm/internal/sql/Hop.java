package io.quintet.orm.internal.sql;

import io.quintet.orm.meta.ModelMeta;
import io.quintet.orm.meta.RelationMeta;

/**
 * One relation of a path, followed as declared or backwards.
 *
 * @param name another name under which only some of its rows are joined, or empty
 */
record Hop(RelationMeta relation, boolean reverse, String name) {
  Hop(RelationMeta relation, boolean reverse) {
    this(relation, reverse, "");
  }

  Hop named(String newName) {
    return new Hop(relation, reverse, newName);
  }

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
