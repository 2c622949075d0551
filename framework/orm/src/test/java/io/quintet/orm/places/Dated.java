package io.quintet.orm.places;

import io.quintet.orm.Entity;
import io.quintet.orm.annotation.Created;
import io.quintet.orm.annotation.Updated;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** No model itself: its columns stand in the table of the model that extends it. */
public abstract class Dated extends Entity {
  @Created public @Nullable Instant created;
  @Updated public @Nullable Instant changed;
}
