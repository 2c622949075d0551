package io.quintet.orm.places;

import io.quintet.orm.Entity;
import io.quintet.orm.Manager;
import io.quintet.orm.annotation.Model;
import jakarta.validation.constraints.Size;

/** Has places of all kinds. */
@Model
public class Owner extends Entity {
  public static final Manager<Owner> objects = Manager.of(Owner.class);

  @Size(max = 40)
  public String name = "";

  public Owner() {}

  public Owner(String name) {
    this.name = name;
  }
}
