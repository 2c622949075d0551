package io.quintet.views.blog;

import io.quintet.orm.Entity;
import io.quintet.orm.Manager;
import io.quintet.orm.annotation.Model;
import jakarta.validation.constraints.Size;

/** Somebody who writes. */
@Model(ordering = "name")
public class Author extends Entity {
  public static final Manager<Author> objects = Manager.of(Author.class);

  @Size(max = 50)
  public String name = "";

  /** For the ORM. */
  public Author() {}

  public Author(String name) {
    this.name = name;
  }

  @Override
  public String toString() {
    return name;
  }
}
