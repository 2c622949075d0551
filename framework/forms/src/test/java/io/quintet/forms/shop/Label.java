package io.quintet.forms.shop;

import io.quintet.orm.Entity;
import io.quintet.orm.Manager;
import io.quintet.orm.annotation.Model;
import jakarta.validation.constraints.Size;

/** What items are found by. */
@Model(ordering = "name")
public class Label extends Entity {
  public static final Manager<Label> objects = Manager.of(Label.class);

  @Size(max = 30)
  public String name = "";

  /** For the ORM. */
  public Label() {}

  public Label(String name) {
    this.name = name;
  }

  @Override
  public String toString() {
    return name;
  }
}
