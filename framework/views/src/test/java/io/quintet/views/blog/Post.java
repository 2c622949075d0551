package io.quintet.views.blog;

import io.quintet.orm.Entity;
import io.quintet.orm.Manager;
import io.quintet.orm.One;
import io.quintet.orm.annotation.ForeignKey;
import io.quintet.orm.annotation.Model;
import io.quintet.orm.annotation.OnDelete;
import io.quintet.orm.annotation.Slug;
import io.quintet.orm.annotation.Unique;
import jakarta.validation.constraints.Size;

/** Something written. */
@Model(ordering = "title")
public class Post extends Entity {
  public static final Manager<Post> objects = Manager.of(Post.class);

  @Size(max = 60)
  public String title = "";

  @Slug @Unique public String slug = "";

  @ForeignKey(onDelete = OnDelete.CASCADE, relatedName = "posts")
  public final One<Author> author = one();

  /** For the ORM. */
  public Post() {}

  public Post(String title, String slug, Author author) {
    this.title = title;
    this.slug = slug;
    this.author.set(author);
  }

  @Override
  public String toString() {
    return title;
  }
}
