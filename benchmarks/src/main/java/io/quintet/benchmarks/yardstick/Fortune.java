package io.quintet.benchmarks.yardstick;

import io.quintet.orm.Entity;
import io.quintet.orm.Manager;
import io.quintet.orm.annotation.Model;
import jakarta.validation.constraints.Size;

/** A row of the table fortune. */
@Model(app = "yardstick", table = "fortune", managed = false)
public class Fortune extends Entity {
  @Size(max = 2048)
  public String message = "";

  public static final Manager<Fortune> objects = Manager.of(Fortune.class);
}
