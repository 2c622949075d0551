package io.quintet.orm.kinds;

import io.quintet.orm.Entity;
import io.quintet.orm.Manager;
import io.quintet.orm.One;
import io.quintet.orm.QuerySet;
import io.quintet.orm.annotation.ForeignKey;
import io.quintet.orm.annotation.Model;
import io.quintet.orm.annotation.OnDelete;
import org.jspecify.annotations.Nullable;

/** Holds papers together; those that are bent are not for use. */
@Model
public class Clip extends Entity {
  public static final Usable objects = new Usable();
  public static final Manager<Clip> everything = Manager.of(Clip.class);

  @ForeignKey(onDelete = OnDelete.CASCADE, relatedName = "clips")
  public final One<Paper> paper = one();

  @ForeignKey(onDelete = OnDelete.SET_NULL, relatedName = "clips")
  public final One<@Nullable Folder> folder = one();

  public boolean bent;

  public Clip() {}

  public Clip(Paper paper, boolean bent) {
    this.paper.set(paper);
    this.bent = bent;
  }

  /** Clips that are not bent. */
  public static final class Usable extends Manager<Clip> {
    Usable() {
      super(Clip.class);
    }

    @Override
    public QuerySet<Clip> all() {
      return super.all().filter("bent", false);
    }
  }
}
