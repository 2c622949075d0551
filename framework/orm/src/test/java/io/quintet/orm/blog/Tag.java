package io.quintet.orm.blog;

import io.quintet.orm.Entity;
import io.quintet.orm.Manager;
import io.quintet.orm.annotation.Model;
import io.quintet.orm.annotation.Unique;
import jakarta.validation.constraints.Size;

/** A word that posts share. */
@Model(ordering = "name")
public class Tag extends Entity {
  public static final Manager<Tag> objects = Manager.of(Tag.class);

  @Size(max = 40)
  @Unique
  public String name;

  public Tag() {}

  public Tag(String name) {
    this.name = name;
  }
}
