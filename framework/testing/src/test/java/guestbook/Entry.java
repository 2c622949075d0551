package guestbook;

import io.quintet.orm.Entity;
import io.quintet.orm.Manager;
import io.quintet.orm.annotation.Model;
import jakarta.validation.constraints.Size;

/** What a visitor wrote. */
@Model(ordering = "id")
public class Entry extends Entity {
  @Size(max = 200)
  public String words = "";

  public static final Manager<Entry> objects = Manager.of(Entry.class);
}
