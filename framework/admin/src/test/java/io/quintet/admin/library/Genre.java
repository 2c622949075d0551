package io.quintet.admin.library;

import io.quintet.orm.Entity;
import io.quintet.orm.Manager;
import io.quintet.orm.annotation.Model;
import jakarta.validation.constraints.Size;

/** A kind of book. */
@Model(ordering = "name")
public class Genre extends Entity {
  @Size(max = 50)
  public String name = "";

  public static final Manager<Genre> objects = Manager.of(Genre.class);

  @Override
  public String toString() {
    return name;
  }
}
