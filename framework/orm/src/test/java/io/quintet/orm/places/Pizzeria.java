package io.quintet.orm.places;

import io.quintet.orm.Manager;
import io.quintet.orm.annotation.Model;

/** A restaurant with an oven: three tables. */
@Model(ordering = "-ovens")
public class Pizzeria extends Restaurant {
  public static final Manager<Pizzeria> objects = Manager.of(Pizzeria.class);

  public int ovens = 1;

  public Pizzeria() {}

  public Pizzeria(String name, String licence, int ovens) {
    super(name, licence, 1);
    this.ovens = ovens;
  }
}
