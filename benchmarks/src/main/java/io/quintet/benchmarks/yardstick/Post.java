package io.quintet.benchmarks.yardstick;

import static io.quintet.orm.annotation.OnDelete.CASCADE;

import io.quintet.orm.Entity;
import io.quintet.orm.Manager;
import io.quintet.orm.Many;
import io.quintet.orm.One;
import io.quintet.orm.annotation.Created;
import io.quintet.orm.annotation.ForeignKey;
import io.quintet.orm.annotation.ManyToMany;
import io.quintet.orm.annotation.Model;
import io.quintet.orm.annotation.Text;
import io.quintet.orm.annotation.Unique;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;

/** A row of the table blog_post. */
@Model(app = "yardstick", table = "blog_post", managed = false)
public class Post extends Entity {
  @NotBlank
  @Size(max = 200)
  public String title = "";

  @NotBlank
  @Size(max = 200)
  @Unique
  public String slug = "";

  @Text public String body = "";

  @Created public Instant publishedAt = Instant.EPOCH;

  @ForeignKey(onDelete = CASCADE, relatedName = "posts")
  public final One<Author> author = one();

  @ForeignKey(onDelete = CASCADE, relatedName = "posts")
  public final One<Category> category = one();

  @ManyToMany(relatedName = "posts")
  public final Many<Tag> tags = many();

  public static final Manager<Post> objects = Manager.of(Post.class);
}
