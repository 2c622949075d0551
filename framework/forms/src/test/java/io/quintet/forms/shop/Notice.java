package io.quintet.forms.shop;

import io.quintet.orm.Entity;
import io.quintet.orm.Manager;
import io.quintet.orm.annotation.Model;
import io.quintet.orm.annotation.Version;
import jakarta.validation.constraints.Size;

/** A text that several people edit. */
@Model
public class Notice extends Entity {
  public static final Manager<Notice> objects = Manager.of(Notice.class);

  @Size(max = 50)
  public String text = "";

  @Version public int version;
}
