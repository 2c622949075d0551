package io.quintet.rest.shop;

import io.quintet.orm.Entity;
import io.quintet.orm.Manager;
import io.quintet.orm.annotation.Model;
import io.quintet.orm.annotation.Version;
import jakarta.validation.constraints.Size;

/** A text that several clients edit. */
@Model
public class Sheet extends Entity {
  public static final Manager<Sheet> objects = Manager.of(Sheet.class);

  @Size(max = 40)
  public String title = "";

  @Version public int version;
}
