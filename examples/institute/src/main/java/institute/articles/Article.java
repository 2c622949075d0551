package institute.articles;

import static io.quintet.orm.annotation.OnDelete.PROTECT;

import io.quintet.http.routing.Urls;
import io.quintet.orm.Entity;
import io.quintet.orm.Manager;
import io.quintet.orm.Many;
import io.quintet.orm.One;
import io.quintet.orm.annotation.Blank;
import io.quintet.orm.annotation.ForeignKey;
import io.quintet.orm.annotation.Help;
import io.quintet.orm.annotation.Index;
import io.quintet.orm.annotation.ManyToMany;
import io.quintet.orm.annotation.Model;
import io.quintet.orm.annotation.Slug;
import io.quintet.orm.annotation.Text;
import io.quintet.orm.annotation.Unique;
import io.quintet.orm.annotation.Updated;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

// snippet: model
/** An article: shown to everybody once its time of publication has come. */
@Model(ordering = "-published")
@Index({"category", "-published"})
public class Article extends Entity {
  @NotBlank
  @Size(max = 160)
  public String title = "";

  @Slug @Unique public String slug = "";

  @Size(max = 400)
  @Help("Two sentences for lists and search engines.")
  public String summary = "";

  @Text
  @Help("HTML, as it is shown.")
  public String bodyHtml = "";

  @ForeignKey(onDelete = PROTECT, relatedName = "articles")
  public final One<Author> author = one();

  @ForeignKey(onDelete = PROTECT, relatedName = "articles")
  public final One<Category> category = one();

  @ManyToMany(relatedName = "articles")
  public final Many<Tag> tags = many();

  @Blank
  @ManyToMany(relatedName = "mentionedBy")
  @Help("Articles to read next.")
  public final Many<Article> related = many();

  public int readingMinutes = 1;

  @Help("Empty: a draft. In the future: shown from then on.")
  public @Nullable Instant published;

  @Updated public Instant updated = Instant.EPOCH;

  public static final Manager<Article> objects = Manager.of(Article.class);

  /** Where the article is shown. */
  public String getAbsoluteUrl() {
    return Urls.reverse("articles:detail", slug);
  }

  @Override
  public String toString() {
    return title;
  }
}
// end snippet
