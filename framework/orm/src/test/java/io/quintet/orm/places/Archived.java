package io.quintet.orm.places;

import io.quintet.orm.Entity;
import io.quintet.orm.Manager;
import io.quintet.orm.One;
import io.quintet.orm.annotation.ForeignKey;
import io.quintet.orm.annotation.Model;
import io.quintet.orm.annotation.OnDelete;
import io.quintet.orm.annotation.PrimaryKey;
import io.quintet.orm.annotation.SoftDelete;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Goes into the bin, and has a key that it makes itself. */
@Model
public class Archived extends Entity {
  public static final Manager<Archived> objects = Manager.of(Archived.class);

  @PrimaryKey public UUID key;

  @SoftDelete public @Nullable Instant deleted;

  @ForeignKey(onDelete = OnDelete.SET_NULL, relatedName = "archive")
  public final One<@Nullable Owner> keeper = one();
}
