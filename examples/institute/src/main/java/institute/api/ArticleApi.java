package institute.api;

import institute.articles.Article;
import io.quintet.core.SiteContext;
import io.quintet.orm.QuerySet;
import io.quintet.rest.ApiRequest;
import io.quintet.rest.filters.FilterSet;
import io.quintet.rest.filters.Ordering;
import io.quintet.rest.filters.Search;
import io.quintet.rest.pagination.PageNumbers;
import io.quintet.rest.pagination.Pagination;
import io.quintet.rest.viewsets.ReadOnlyViewSet;

// snippet: viewset
/** The published articles. */
final class ArticleApi extends ReadOnlyViewSet<Article, ArticleData> {
  ArticleApi() {
    super(Article.class, ArticleData.class);
  }

  @Override
  public String description() {
    return "Articles by the people who teach here, the newest first.";
  }

  @Override
  public QuerySet<Article> queryset(ApiRequest request) {
    return Article.objects
        .filter("published__lte", SiteContext.current().clock().instant())
        .selectRelated("author", "category")
        .prefetchRelated("tags");
  }

  @Override
  public FilterSet filters() {
    return FilterSet.none()
        .named("category", "category__slug")
        .named("tag", "tags__slug")
        .named("author", "author__slug")
        .named("published_after", "published__gte")
        .named("published_before", "published__lte");
  }

  @Override
  public Search search() {
    return Search.in("title", "summary", "tags__name");
  }

  @Override
  public Ordering ordering() {
    return Ordering.by("published", "title", "readingMinutes");
  }

  @Override
  public Pagination pagination() {
    return PageNumbers.of(10).choosable("page_size", 50);
  }
}
// end snippet
