package io.quintet.forms.shop;

import io.quintet.orm.Manager;
import io.quintet.orm.annotation.Model;
import io.quintet.orm.annotation.Unique;
import jakarta.validation.constraints.Size;

/** A maker with rooms: a model that extends a model. */
@Model
public class Studio extends Maker {
  public static final Manager<Studio> objects = Manager.of(Studio.class);

  @Size(max = 20)
  @Unique
  public String street = "";

  public int desks;
}
