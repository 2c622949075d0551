package io.quintet.orm.places;

import io.quintet.orm.Entity;
import io.quintet.orm.Manager;
import io.quintet.orm.annotation.Model;
import jakarta.validation.constraints.Size;

/** What a place offers. */
@Model
public class Feature extends Entity {
  public static final Manager<Feature> objects = Manager.of(Feature.class);

  @Size(max = 40)
  public String name = "";

  public Feature() {}

  public Feature(String name) {
    this.name = name;
  }
}
