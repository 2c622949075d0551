package io.quintet.orm.blog;

import io.quintet.orm.Entity;
import io.quintet.orm.Manager;
import io.quintet.orm.Many;
import io.quintet.orm.One;
import io.quintet.orm.annotation.Blank;
import io.quintet.orm.annotation.ForeignKey;
import io.quintet.orm.annotation.ManyToMany;
import io.quintet.orm.annotation.Model;
import io.quintet.orm.annotation.OnDelete;
import io.quintet.orm.annotation.Unique;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Somebody who writes. */
@Model(ordering = "name")
public class Author extends Entity {
  public static final Manager<Author> objects = Manager.of(Author.class);

  @Size(max = 100)
  public String name;

  @Email @Unique public @Nullable String email;

  @Size(max = 500)
  @Blank
  public String bio = "";

  @ForeignKey(onDelete = OnDelete.SET_NULL, relatedName = "pupils")
  public final One<@Nullable Author> mentor = one();

  @ManyToMany(relatedName = "followers", blank = true)
  public final Many<Author> follows = many();

  public Author() {}

  public Author(String name) {
    this.name = name;
  }

  public Many<Post> posts() {
    return related(Post.class, "posts");
  }

  @Override
  public String toString() {
    return name;
  }
}
