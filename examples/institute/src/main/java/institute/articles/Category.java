package institute.articles;

import io.quintet.http.routing.Urls;
import io.quintet.orm.Entity;
import io.quintet.orm.Manager;
import io.quintet.orm.annotation.Blank;
import io.quintet.orm.annotation.Model;
import io.quintet.orm.annotation.Slug;
import io.quintet.orm.annotation.Unique;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** A part of the field: data, pages, operations. */
@Model(ordering = "name", verboseNamePlural = "categories")
public class Category extends Entity {
  @NotBlank
  @Size(max = 60)
  public String name = "";

  @Slug @Unique public String slug = "";

  @Blank
  @Size(max = 200)
  public String summary = "";

  public static final Manager<Category> objects = Manager.of(Category.class);

  /** Where its articles are listed. */
  public String getAbsoluteUrl() {
    return Urls.reverse("articles:category", slug);
  }

  @Override
  public String toString() {
    return name;
  }
}
