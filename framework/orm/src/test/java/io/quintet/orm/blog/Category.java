package io.quintet.orm.blog;

import io.quintet.orm.Entity;
import io.quintet.orm.Manager;
import io.quintet.orm.One;
import io.quintet.orm.annotation.ForeignKey;
import io.quintet.orm.annotation.Model;
import io.quintet.orm.annotation.OnDelete;
import io.quintet.orm.annotation.Slug;
import io.quintet.orm.annotation.Unique;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** A subject, maybe part of another. */
@Model(ordering = "name", verboseNamePlural = "categories")
public class Category extends Entity {
  public static final Manager<Category> objects = Manager.of(Category.class);

  @Size(max = 60)
  public String name;

  @Slug @Unique public String slug;

  @ForeignKey(onDelete = OnDelete.CASCADE, relatedName = "children")
  public final One<@Nullable Category> parent = one();

  public Category() {}

  public Category(String name, String slug) {
    this.name = name;
    this.slug = slug;
  }
}
