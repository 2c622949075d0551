package io.quintet.rest.shop;

import io.quintet.orm.Entity;
import io.quintet.orm.Manager;
import io.quintet.orm.annotation.Model;
import io.quintet.orm.annotation.Unique;
import jakarta.validation.constraints.Size;

/** A word for products. */
@Model(ordering = "label")
public class Tag extends Entity {
  @Unique
  @Size(max = 20)
  public String label = "";

  public static final Manager<Tag> objects = Manager.of(Tag.class);

  @Override
  public String toString() {
    return label;
  }
}
