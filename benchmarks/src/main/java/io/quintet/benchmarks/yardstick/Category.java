package io.quintet.benchmarks.yardstick;

import io.quintet.orm.Entity;
import io.quintet.orm.Manager;
import io.quintet.orm.annotation.Model;
import io.quintet.orm.annotation.Unique;
import jakarta.validation.constraints.Size;

/** A row of the table blog_category. */
@Model(app = "yardstick", table = "blog_category", managed = false)
public class Category extends Entity {
  @Size(max = 100)
  public String name = "";

  @Size(max = 100)
  @Unique
  public String slug = "";

  public static final Manager<Category> objects = Manager.of(Category.class);
}
