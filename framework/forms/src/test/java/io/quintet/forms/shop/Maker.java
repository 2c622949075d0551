package io.quintet.forms.shop;

import io.quintet.orm.Entity;
import io.quintet.orm.Manager;
import io.quintet.orm.annotation.Model;
import jakarta.validation.constraints.Size;

/** Who makes items. */
@Model(ordering = "name")
public class Maker extends Entity {
  public static final Manager<Maker> objects = Manager.of(Maker.class);

  @Size(max = 50)
  public String name = "";

  public boolean open = true;

  /** For the ORM. */
  public Maker() {}

  public Maker(String name) {
    this.name = name;
  }

  @Override
  public String toString() {
    return name;
  }
}
