package institute.api;

import institute.courses.Course;
import io.quintet.rest.filters.FilterSet;
import io.quintet.rest.filters.Ordering;
import io.quintet.rest.filters.Search;
import io.quintet.rest.pagination.PageNumbers;
import io.quintet.rest.pagination.Pagination;
import io.quintet.rest.viewsets.ReadOnlyViewSet;

/** The courses. */
final class CourseApi extends ReadOnlyViewSet<Course, CourseData> {
  CourseApi() {
    super(Course.class, CourseData.class);
  }

  @Override
  public String description() {
    return "The courses with their next start, price and what one can do afterwards.";
  }

  @Override
  public FilterSet filters() {
    return FilterSet.of("level")
        .named("starts_after", "startsOn__gte")
        .named("starts_before", "startsOn__lte")
        .named("max_price", "price__lte")
        .named("max_weeks", "weeks__lte");
  }

  @Override
  public Search search() {
    return Search.in("title", "summary", "body");
  }

  @Override
  public Ordering ordering() {
    return Ordering.by("startsOn", "price", "weeks", "title");
  }

  @Override
  public Pagination pagination() {
    return PageNumbers.of(10).choosable("page_size", 50);
  }
}
