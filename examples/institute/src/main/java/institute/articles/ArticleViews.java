package institute.articles;

import static institute.articles.QArticle.article;

import io.quintet.core.SiteContext;
import io.quintet.core.text.SafeString;
import io.quintet.http.NotFound;
import io.quintet.http.Request;
import io.quintet.http.Response;
import io.quintet.http.routing.Routes;
import io.quintet.orm.QuerySet;
import io.quintet.orm.expr.Condition;
import io.quintet.views.Shortcuts;
import io.quintet.views.Templates;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The list of articles, by category, tag or search, and the article itself. */
public final class ArticleViews {
  private static final int PER_PAGE = 9;
  private static final int MOST_RELATED = 3;
  private static final int LONGEST_QUERY = 100;
  private static final Duration KEPT = Duration.ofHours(1);

  private ArticleViews() {}

  // snippet: urls
  /** The routes, included under a name: {@code routes.include("articles/", ..., "articles")}. */
  public static void urls(Routes routes) {
    routes.path("", ArticleViews::list).name("list");
    routes.path("category/<slug:slug>/", ArticleViews::category).name("category");
    routes.path("tag/<slug:slug>/", ArticleViews::tag).name("tag");
    routes.path("<slug:slug>/", ArticleViews::detail).name("detail");
  }

  // end snippet

  // snippet: published
  /** The articles that everybody may read, with what a card shows of them. */
  public static QuerySet<Article> published() {
    return Article.objects
        .filter(isPublished())
        .selectRelated(article.author(), article.category());
  }

  // end snippet

  /** Whether an article's time has come. */
  public static Condition<Article> isPublished() {
    return article.published.le(SiteContext.current().clock().instant());
  }

  static Response list(Request request) {
    String query = query(request);
    QuerySet<Article> found = query.isEmpty() ? published() : search(query);
    return page(request, found, "all:" + query, Map.of("query", query));
  }

  static Response category(Request request, String slug) {
    Category category =
        Category.objects
            .filter("slug", slug)
            .first()
            .orElseThrow(() -> new NotFound("There is no category '" + slug + "'."));
    return page(
        request,
        published().filter(article.category().slug.eq(slug)),
        "category:" + slug,
        Map.of("category", category));
  }

  static Response tag(Request request, String slug) {
    Tag tag =
        Tag.objects
            .filter("slug", slug)
            .first()
            .orElseThrow(() -> new NotFound("There is no tag '" + slug + "'."));
    return page(
        request,
        published().filter(article.tags().slug.eq(slug)),
        "tag:" + slug,
        Map.of("tag", tag));
  }

  // snippet: detail
  static Response detail(Request request, String slug) {
    Article found =
        published()
            .filter(article.slug.eq(slug))
            .first()
            .orElseThrow(() -> new NotFound("There is no article '" + slug + "'."));
    return Shortcuts.render(
        request, "articles/detail.html", Map.of("article", found, "related", related(found)));
  }

  // end snippet

  // snippet: search
  /** The published articles that contain every word of a search. */
  public static QuerySet<Article> search(String query) {
    QuerySet<Article> found = published();
    for (String word : query.split("\\s+")) {
      found =
          found.filter(
              article
                  .title
                  .icontains(word)
                  .or(article.summary.icontains(word))
                  .or(article.bodyHtml.icontains(word)));
    }
    return found;
  }

  // end snippet

  /** The articles that the author chose, filled up with the newest of the same category. */
  private static List<Article> related(Article found) {
    List<Article> chosen =
        published().filter(article.mentionedBy().id.eq(found.id)).limit(MOST_RELATED).list();
    if (!chosen.isEmpty()) {
      return chosen;
    }
    return published()
        .filter(article.category().id.eq(found.category.id()))
        .exclude(article.id.eq(found.id))
        .limit(MOST_RELATED)
        .list();
  }

  // snippet: cached
  /**
   * The cards are rendered once and kept until an article changes; the frame is each visitor's own.
   */
  private static Response page(
      Request request, QuerySet<Article> found, String key, Map<String, Object> more) {
    @Nullable String number = request.query().get("page");
    Map<String, Object> values = new HashMap<>(more);
    String results =
        ArticlesApp.LISTS.getOrSet(
            key + ":" + (number == null ? "1" : number),
            KEPT,
            () -> {
              values.put("page", Shortcuts.pages(found, PER_PAGE).pageOrNearest(number));
              values.put("categories", Category.objects.all().list());
              return Templates.render("articles/_results.html", values);
            });
    values.put("results", SafeString.of(results));
    return Shortcuts.render(request, "articles/list.html", values);
  }

  // end snippet

  /** What was asked for, without blanks around it and not endless. */
  public static String query(Request request) {
    String query = request.query().get("q", "").strip();
    return query.length() > LONGEST_QUERY ? query.substring(0, LONGEST_QUERY) : query;
  }
}
