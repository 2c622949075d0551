package institute.api;

import institute.articles.Category;
import io.quintet.rest.filters.Ordering;
import io.quintet.rest.filters.Search;
import io.quintet.rest.viewsets.ReadOnlyViewSet;

/** The categories of the articles. */
final class CategoryApi extends ReadOnlyViewSet<Category, CategoryData> {
  CategoryApi() {
    super(Category.class, CategoryData.class);
  }

  @Override
  public String description() {
    return "The parts of the field that articles belong to.";
  }

  @Override
  public Search search() {
    return Search.in("name", "summary");
  }

  @Override
  public Ordering ordering() {
    return Ordering.by("name");
  }
}
