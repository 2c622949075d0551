package io.quintet.orm.blog;

import io.quintet.orm.Entity;
import io.quintet.orm.annotation.Created;
import io.quintet.orm.annotation.Updated;
import java.time.Instant;

/** A row that knows its times. */
public abstract class TimeStamped extends Entity {
  @Created public Instant created;

  @Updated public Instant updated;
}
