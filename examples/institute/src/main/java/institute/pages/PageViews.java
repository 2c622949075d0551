package institute.pages;

import static institute.courses.QCourse.course;

import institute.articles.ArticleViews;
import institute.courses.Course;
import io.quintet.http.Request;
import io.quintet.http.Response;
import io.quintet.views.Shortcuts;
import java.util.List;
import java.util.Map;

/** The front page and the search over everything. */
public final class PageViews {
  private static final int COURSES = 3;
  private static final int ARTICLES = 6;
  private static final int PER_PAGE = 9;

  private PageViews() {}

  // snippet: index
  /** The front page. */
  public static Response index(Request request) {
    return Shortcuts.render(
        request,
        "index.html",
        Map.of(
            "courses", Course.objects.all().limit(COURSES).list(),
            "articles", ArticleViews.published().limit(ARTICLES).list()));
  }

  // end snippet

  /** Courses and articles that contain the words asked for. */
  public static Response search(Request request) {
    String query = ArticleViews.query(request);
    if (query.isEmpty()) {
      return Shortcuts.render(request, "search.html", Map.of("query", ""));
    }
    List<Course> courses =
        Course.objects
            .filter(course.title.icontains(query).or(course.summary.icontains(query)))
            .limit(COURSES)
            .list();
    var found = ArticleViews.search(query);
    var page = Shortcuts.pages(found, PER_PAGE).pageOrNearest(request.query().get("page"));
    return Shortcuts.render(
        request, "search.html", Map.of("query", query, "courses", courses, "page", page));
  }
}
