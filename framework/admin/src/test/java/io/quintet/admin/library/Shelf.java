package io.quintet.admin.library;

import io.quintet.orm.Entity;
import io.quintet.orm.Manager;
import io.quintet.orm.annotation.Model;
import jakarta.validation.constraints.Size;

/** A shelf with its places. */
@Model(ordering = "name")
public class Shelf extends Entity {
  public static final Manager<Shelf> objects = Manager.of(Shelf.class);

  @Size(max = 20)
  public String name = "";

  @Override
  public String toString() {
    return name;
  }
}
