package io.quintet.benchmarks.yardstick;

import io.quintet.orm.Entity;
import io.quintet.orm.Manager;
import io.quintet.orm.annotation.Model;
import io.quintet.orm.annotation.Unique;
import jakarta.validation.constraints.Size;

/** A row of the table blog_tag. */
@Model(app = "yardstick", table = "blog_tag", managed = false)
public class Tag extends Entity {
  @Size(max = 50)
  @Unique
  public String name = "";

  public static final Manager<Tag> objects = Manager.of(Tag.class);
}
