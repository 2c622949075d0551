package institute;

import institute.api.InstituteApi;
import institute.articles.ArticleViews;
import institute.articles.ArticlesApp;
import institute.booking.BookingApp;
import institute.booking.BookingViews;
import institute.content.ContentApp;
import institute.courses.CourseViews;
import institute.courses.CoursesApp;
import institute.pages.PageViews;
import institute.pages.PagesApp;
import io.quintet.Site;
import io.quintet.admin.Admin;
import io.quintet.admin.AdminApp;
import io.quintet.auth.Accounts;
import io.quintet.auth.AccountsApp;
import io.quintet.http.HttpSettings;
import io.quintet.http.routing.Routes;
import io.quintet.redis.RedisApp;
import io.quintet.rest.RestApp;
import io.quintet.rest.RestSettings;
import io.quintet.rest.tokens.TokensApp;
import java.util.List;

/** The reference site: a training institute. */
public final class Institute {
  private Institute() {}

  /** Runs a command of the site. */
  public static void main(String[] args) {
    site().run(args);
  }

  // snippet: site
  /** The site, not yet started; tests start it too. */
  public static Site site() {
    return Site.named("institute")
        .apps(
            new AccountsApp(),
            new AdminApp(),
            new RestApp(),
            new TokensApp(),
            new RedisApp(),
            new PagesApp(),
            new CoursesApp(),
            new ArticlesApp(),
            new BookingApp(),
            new ContentApp())
        .set(HttpSettings.LANGUAGES, List.of("en", "de"))
        .set(RestSettings.BROWSABLE, true)
        .urls(Institute::urls);
  }

  static void urls(Routes routes) {
    routes.path("", PageViews::index).name("index");
    routes.path("search/", PageViews::search).name("search");
    routes.include("courses/", CourseViews::urls, "courses");
    routes.include("articles/", ArticleViews::urls, "articles");
    routes.include("booking/", BookingViews::urls, "booking");
    routes.include("accounts/", Accounts.urls());
    routes.include("admin/", Admin.urls());
    routes.include("api/", InstituteApi.router());
  }
  // end snippet
}
