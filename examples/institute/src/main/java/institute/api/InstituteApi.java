package institute.api;

import io.quintet.rest.viewsets.ApiRouter;

/** The API of the institute: articles, categories and courses for all, bookings for staff. */
public final class InstituteApi {
  private InstituteApi() {}

  /** Its routes. */
  public static ApiRouter router() {
    return ApiRouter.of("Institute")
        .description("Articles, courses and bookings of the institute.")
        .register("articles", new ArticleApi())
        .register("categories", new CategoryApi())
        .register("courses", new CourseApi())
        .register("bookings", new BookingApi());
  }
}
