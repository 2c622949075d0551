package io.quintet.orm.kinds;

import io.quintet.orm.Entity;
import io.quintet.orm.Manager;
import io.quintet.orm.Many;
import io.quintet.orm.annotation.ManyToMany;
import io.quintet.orm.annotation.Model;
import io.quintet.orm.annotation.SoftDelete;
import io.quintet.orm.annotation.Unique;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something that goes into the bin before it goes. */
@Model(ordering = "name")
public class Folder extends Entity {
  public static final Manager<Folder> objects = Manager.of(Folder.class);

  @Unique
  @Size(max = 40)
  public String name = "";

  @ManyToMany(relatedName = "similarTo", symmetrical = false, blank = true)
  public final Many<Folder> similar = many();

  @SoftDelete public @Nullable Instant deleted;

  public Folder() {}

  public Folder(String name) {
    this.name = name;
  }
}
