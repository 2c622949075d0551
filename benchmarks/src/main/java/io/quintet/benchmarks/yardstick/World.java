package io.quintet.benchmarks.yardstick;

import io.quintet.orm.Entity;
import io.quintet.orm.Manager;
import io.quintet.orm.annotation.Column;
import io.quintet.orm.annotation.Model;

/** A row of the table world. */
@Model(app = "yardstick", table = "world", managed = false)
public class World extends Entity {
  @Column("randomnumber")
  public int randomNumber;

  public static final Manager<World> objects = Manager.of(World.class);
}
