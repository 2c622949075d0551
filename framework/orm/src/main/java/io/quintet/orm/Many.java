package io.quintet.orm;

import io.quintet.orm.meta.RelationMeta;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows related to an entity: a many-to-many relation, or the rows that point to it. */
public final class Many<T extends Entity> {
  private final Entity owner;
  private @Nullable RelationMeta relation;

  Many(Entity owner) {
    this.owner = owner;
  }

  Many(Entity owner, RelationMeta reverse) {
    this.owner = owner;
    this.relation = reverse;
  }

  /** The related entities. */
  public List<T> list() {
    return List.of();
  }
}
