package institute;

import static institute.articles.QArticle.article;
import static org.assertj.core.api.Assertions.assertThat;

import institute.articles.Article;
import institute.courses.Course;
import io.quintet.core.App;
import io.quintet.core.AppConfig;
import io.quintet.core.signals.Signal;
import io.quintet.http.routing.Router;
import io.quintet.orm.QuerySet;
import io.quintet.testing.TestSite;
import io.quintet.views.ListView;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Code that the articles show and the site itself does not need. */
class TaughtTest extends SiteTest {
  @Test
  void aQueryMayNameItsPathAtRunTime() {
    site.run(() -> assertThat(byName().count()).isEqualTo(4));
  }

  private static QuerySet<Article> byName() {
    // snippet: by-name
    return Article.objects.filter("author__name__icontains", "okafor");
    // end snippet
  }

  @Test
  void manyRowsAreChangedInOneStatement() {
    site.rolledBack(() -> {
      Article draft = Article.objects.filter(article.slug.eq("ship-one-jar")).get();
      draft.published = null;
      draft.save();
      // snippet: update
      int changed =
          Article.objects.filter(article.published.isNull()).update(article.summary.set("Soon."));
      // end snippet
      assertThat(changed).isEqualTo(1);
    });
  }

  @Test
  void aListNeedsNoViewOfItsOwn() {
    Router router =
        Router.of(routes -> {
          // snippet: list
          routes.path(
              "courses/",
              ListView.of(Course.objects.all()).template("courses/list.html").paginateBy(12));
          // end snippet
        });
    assertThat(router.routes()).hasSize(1);
  }

  // snippet: signal
  public record BookingMade(long bookingId) {}

  public static final Signal<BookingMade> BOOKING_MADE = Signal.named("booking made");

  // end snippet

  @Test
  void anAppListensToASignalOfItsOwn() {
    List<Long> counted = new ArrayList<>();
    App statistics =
        new App() {
          @Override
          public String label() {
            return "statistics";
          }

          @Override
          public void configure(AppConfig config) {
            config.receiveAfterCommit(BOOKING_MADE, event -> counted.add(event.bookingId()));
          }
        };
    try (TestSite listening = TestSite.of(Institute.site().apps(statistics))) {
      listening.run(() -> BOOKING_MADE.send(new BookingMade(7)));
    }
    assertThat(counted).containsExactly(7L);
  }
}
