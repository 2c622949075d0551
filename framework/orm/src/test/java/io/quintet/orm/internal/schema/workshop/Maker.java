package io.quintet.orm.internal.schema.workshop;

import io.quintet.orm.Entity;
import io.quintet.orm.annotation.Model;
import io.quintet.orm.annotation.Unique;
import jakarta.validation.constraints.Size;

/** Recorded by the migration. */
@Model(ordering = "name")
public class Maker extends Entity {
  @Size(max = 100)
  public String name;

  @Unique
  @Size(max = 50)
  public String slug;
}
