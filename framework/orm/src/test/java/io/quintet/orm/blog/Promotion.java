package io.quintet.orm.blog;

import io.quintet.orm.Entity;
import io.quintet.orm.Manager;
import io.quintet.orm.annotation.Check;
import io.quintet.orm.annotation.Model;
import io.quintet.orm.annotation.UniqueTogether;
import jakarta.validation.constraints.Size;

/** Something cheaper for a while; two that are active have different names. */
@Model
@Check(
    value = "percent <= 100",
    name = "blog_promotion_percent",
    message = "At most 100 percent.",
    code = "percent_range")
@UniqueTogether(expressions = "lower(name)", where = "active", name = "blog_promotion_name_ci")
public class Promotion extends Entity {
  public static final Manager<Promotion> objects = Manager.of(Promotion.class);

  @Size(max = 40)
  public String name;

  public int percent;
  public boolean active = true;

  public Promotion() {}

  public Promotion(String name, int percent) {
    this.name = name;
    this.percent = percent;
  }
}
