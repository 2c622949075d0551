package institute.articles;

import io.quintet.orm.Entity;
import io.quintet.orm.Manager;
import io.quintet.orm.annotation.Model;
import io.quintet.orm.annotation.Slug;
import io.quintet.orm.annotation.Unique;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** A word that several articles share. */
@Model(ordering = "name")
public class Tag extends Entity {
  @NotBlank
  @Size(max = 40)
  @Unique
  public String name = "";

  @Slug @Unique public String slug = "";

  public static final Manager<Tag> objects = Manager.of(Tag.class);

  @Override
  public String toString() {
    return name;
  }
}
