package io.quintet.orm.blog;

import io.quintet.orm.Manager;
import io.quintet.orm.Many;
import io.quintet.orm.One;
import io.quintet.orm.annotation.Blank;
import io.quintet.orm.annotation.Check;
import io.quintet.orm.annotation.ForeignKey;
import io.quintet.orm.annotation.Index;
import io.quintet.orm.annotation.ManyToMany;
import io.quintet.orm.annotation.Model;
import io.quintet.orm.annotation.OnDelete;
import io.quintet.orm.annotation.Slug;
import io.quintet.orm.annotation.Text;
import io.quintet.orm.annotation.UniqueTogether;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An article. */
@Model(ordering = {"-published", "title"})
@Index({"category", "-published"})
@UniqueTogether({"author", "slug"})
@Check(value = "views >= 0", name = "blog_post_views_not_negative")
public class Post extends TimeStamped {
  public static final Manager<Post> objects = Manager.of(Post.class);

  @Size(max = 200)
  public String title;

  @Slug public String slug;

  @Text @Blank public String body = "";

  @ForeignKey(onDelete = OnDelete.CASCADE, relatedName = "posts")
  public final One<Author> author = one();

  @ForeignKey(onDelete = OnDelete.PROTECT, relatedName = "posts")
  public final One<@Nullable Category> category = one();

  @ManyToMany(relatedName = "posts", blank = true)
  public final Many<Tag> tags = many();

  public Status status = Status.DRAFT;

  @Min(0)
  public int views;

  public @Nullable Instant published;

  public Post() {}

  public Post(String title, String slug, Author author) {
    this.title = title;
    this.slug = slug;
    this.author.set(author);
  }

  public String getAbsoluteUrl() {
    return "/blog/" + slug + "/";
  }

  @Override
  public String toString() {
    return title;
  }
}
