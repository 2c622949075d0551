package institute.content;

import institute.articles.Article;
import institute.articles.Author;
import institute.articles.Category;
import institute.articles.Tag;
import institute.courses.Course;
import institute.courses.Level;
import io.quintet.SampleContent;
import io.quintet.core.SiteContext;
import io.quintet.core.commands.Terminal;
import io.quintet.core.text.Slugs;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The courses, authors and articles with which the institute starts. */
public final class InstituteContent implements SampleContent {
  private static final Duration BETWEEN_ARTICLES = Duration.ofDays(3);

  @Override
  public void load(SiteContext site, Terminal terminal) {
    Instant now = site.clock().instant();
    Map<String, Author> authors = new HashMap<>();
    for (String file : index("authors")) {
      Author author = author(Manuscript.read(file));
      authors.put(author.slug, author);
    }
    for (String file : index("courses")) {
      course(Manuscript.read(file), LocalDate.ofInstant(now, ZoneOffset.UTC));
    }
    Map<String, Article> articles = new HashMap<>();
    List<Manuscript> manuscripts = index("articles").stream().map(Manuscript::read).toList();
    Instant published = now.minus(BETWEEN_ARTICLES.multipliedBy(manuscripts.size()));
    int done = 0;
    for (Manuscript manuscript : manuscripts) {
      published = published.plus(BETWEEN_ARTICLES);
      Article article = article(manuscript, authors, published);
      articles.put(article.slug, article);
      done++;
      terminal.progress("Loading the articles: " + done + " of " + manuscripts.size());
    }
    for (Manuscript manuscript : manuscripts) {
      Article article = find(articles, manuscript, manuscript.get("slug"));
      for (String slug : manuscript.list("related")) {
        article.related.add(find(articles, manuscript, slug));
      }
    }
  }

  private static Article find(Map<String, Article> articles, Manuscript manuscript, String slug) {
    return Optional.ofNullable(articles.get(slug))
        .orElseThrow(() ->
            new IllegalArgumentException(
                manuscript.file() + ": there is no article '" + slug + "'"));
  }

  private static List<String> index(String folder) {
    return Manuscript.read(folder + "/index.txt").body().lines().filter(s -> !s.isBlank()).toList();
  }

  private static Author author(Manuscript text) {
    var author = new Author();
    author.name = text.get("name");
    author.slug = text.get("slug");
    author.portrait = text.get("portrait");
    author.bio = text.body().strip();
    author.save();
    return author;
  }

  private static void course(Manuscript text, LocalDate today) {
    var course = new Course();
    course.title = text.get("title");
    course.slug = text.get("slug");
    course.summary = text.get("summary");
    course.level = Level.valueOf(text.get("level"));
    course.weeks = Integer.parseInt(text.get("weeks"));
    course.price = new BigDecimal(text.get("price"));
    course.drawing = text.get("drawing");
    course.startsOn = today.plusWeeks(Integer.parseInt(text.get("starts-in-weeks")));
    String[] parts = text.body().split("\n---\n", 3);
    course.body = parts[0].strip();
    course.outcomeLines = parts[1].strip();
    course.syllabusLines = parts[2].strip();
    course.save();
  }

  private static Article article(Manuscript text, Map<String, Author> authors, Instant published) {
    var article = new Article();
    article.title = text.get("title");
    article.slug = text.get("slug");
    article.summary = text.get("summary");
    article.bodyHtml = text.html();
    article.readingMinutes = text.minutes();
    article.published = published;
    article.author.set(
        Optional.ofNullable(authors.get(text.get("author")))
            .orElseThrow(
                () -> new IllegalArgumentException(text.file() + ": its author is unknown")));
    article.category.set(category(text.get("category")));
    article.save();
    for (String name : text.list("tags")) {
      article.tags.add(tag(name));
    }
    return article;
  }

  private static Category category(String name) {
    return Category.objects
        .filter("name", name)
        .first()
        .orElseGet(() -> {
          var category = new Category();
          category.name = name;
          category.slug = Slugs.slugify(name);
          category.save();
          return category;
        });
  }

  private static Tag tag(String name) {
    return Tag.objects
        .filter("name", name)
        .first()
        .orElseGet(() -> {
          var tag = new Tag();
          tag.name = name;
          tag.slug = Slugs.slugify(name);
          tag.save();
          return tag;
        });
  }
}
