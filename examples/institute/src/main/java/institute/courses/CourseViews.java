package institute.courses;

import static institute.articles.QArticle.article;
import static institute.courses.QCourse.course;

import institute.articles.ArticleViews;
import io.quintet.http.NotFound;
import io.quintet.http.Request;
import io.quintet.http.Response;
import io.quintet.http.routing.Routes;
import io.quintet.views.Shortcuts;
import java.util.Map;

/** The list of courses and the course itself. */
public final class CourseViews {
  private static final int PER_PAGE = 12;
  private static final int RELATED = 3;

  private CourseViews() {}

  /** The routes. */
  public static void urls(Routes routes) {
    routes.path("", CourseViews::list).name("list");
    routes.path("<slug:slug>/", CourseViews::detail).name("detail");
  }

  static Response list(Request request) {
    var courses = Course.objects.all();
    var page = Shortcuts.pages(courses, PER_PAGE).pageOrNearest(request.query().get("page"));
    return Shortcuts.render(request, "courses/list.html", Map.of("page", page));
  }

  static Response detail(Request request, String slug) {
    Course found =
        Course.objects
            .filter(course.slug.eq(slug))
            .first()
            .orElseThrow(() -> new NotFound("There is no course '" + slug + "'."));
    String word = found.title.split(" ", 2)[0];
    return Shortcuts.render(
        request,
        "courses/detail.html",
        Map.of(
            "course",
            found,
            "articles",
            ArticleViews.published().filter(article.title.icontains(word)).limit(RELATED).list()));
  }
}
