package io.quintet.conformance.orm.models;

import io.quintet.orm.Entity;
import io.quintet.orm.Manager;
import io.quintet.orm.One;
import io.quintet.orm.annotation.ForeignKey;
import io.quintet.orm.annotation.Model;
import io.quintet.orm.annotation.OnDelete;
import io.quintet.orm.annotation.Slug;
import io.quintet.orm.annotation.Unique;
import io.quintet.orm.annotation.UniqueTogether;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** A kind of book; genres form trees. */
@Model(app = "library", table = "library_genre", ordering = "name")
@UniqueTogether({"parent", "name"})
public class Genre extends Entity {
  public static final Manager<Genre> objects = Manager.of(Genre.class);

  @Size(max = 60)
  public String name = "";

  @Slug @Unique public String slug = "";

  @ForeignKey(onDelete = OnDelete.CASCADE, relatedName = "children")
  public final One<@Nullable Genre> parent = one();
}
