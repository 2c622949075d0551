package institute.articles;

import io.quintet.orm.Entity;
import io.quintet.orm.Manager;
import io.quintet.orm.annotation.Blank;
import io.quintet.orm.annotation.Model;
import io.quintet.orm.annotation.Slug;
import io.quintet.orm.annotation.Unique;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Somebody who teaches here and writes about it. */
@Model(ordering = "name")
public class Author extends Entity {
  @NotBlank
  @Size(max = 100)
  public String name = "";

  @Slug @Unique public String slug = "";

  @Blank
  @Size(max = 400)
  public String bio = "";

  /** The drawing shown as a portrait. */
  @Blank
  @Size(max = 100)
  public String portrait = "";

  public static final Manager<Author> objects = Manager.of(Author.class);

  @Override
  public String toString() {
    return name;
  }
}
