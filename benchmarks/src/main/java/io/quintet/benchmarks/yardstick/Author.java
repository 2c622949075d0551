package io.quintet.benchmarks.yardstick;

import io.quintet.orm.Entity;
import io.quintet.orm.Manager;
import io.quintet.orm.annotation.Model;
import io.quintet.orm.annotation.Unique;
import jakarta.validation.constraints.Size;

/** A row of the table blog_author. */
@Model(app = "yardstick", table = "blog_author", managed = false)
public class Author extends Entity {
  @Size(max = 100)
  public String name = "";

  @Size(max = 254)
  @Unique
  public String email = "";

  public static final Manager<Author> objects = Manager.of(Author.class);
}
