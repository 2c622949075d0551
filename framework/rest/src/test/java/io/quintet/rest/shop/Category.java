package io.quintet.rest.shop;

import io.quintet.orm.Entity;
import io.quintet.orm.Manager;
import io.quintet.orm.annotation.Model;
import io.quintet.orm.annotation.Slug;
import io.quintet.orm.annotation.Unique;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** A kind of product. */
@Model(ordering = "name", verboseNamePlural = "categories")
public class Category extends Entity {
  @NotBlank
  @Size(max = 40)
  public String name = "";

  @Slug @Unique public String slug = "";

  public static final Manager<Category> objects = Manager.of(Category.class);

  @Override
  public String toString() {
    return name;
  }
}
