package io.quintet.orm.kinds;

import io.quintet.orm.Entity;
import io.quintet.orm.Manager;
import io.quintet.orm.annotation.Model;
import io.quintet.orm.annotation.Version;
import jakarta.validation.constraints.Size;
import java.time.Instant;

/** A text whose version is the time of its last change. */
@Model
public class Page extends Entity {
  public static final Manager<Page> objects = Manager.of(Page.class);

  @Size(max = 80)
  public String title = "";

  @Version public Instant changed;
}
