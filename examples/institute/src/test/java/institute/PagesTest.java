package institute;

import static org.assertj.core.api.Assertions.assertThat;

import institute.articles.Article;
import institute.articles.ArticlesApp;
import io.quintet.orm.Db;
import org.junit.jupiter.api.Test;

class PagesTest extends SiteTest {
  @Test
  void theFrontPageShowsCoursesAndArticles() {
    String html = client().get("/").text();
    assertThat(html).contains("Pages people finish").contains(anyArticle().title);
  }

  @Test
  void theFrontPageIsShownInTheLanguageOfTheBrowser() {
    var german = client().header("Accept-Language", "de-AT,de;q=0.9");
    assertThat(german.get("/").text())
        .contains("<html lang=\"de\">", "Kostenlose Probestunde buchen", ">Kurse</a>")
        .contains("Lernen Sie, das <em>Ganze</em> zu bauen.");
    assertThat(client().get("/").text()).contains("<html lang=\"en\">", ">Courses</a>");
  }

  @Test
  void aCourseShowsWhatOneLearns() {
    String html = client().get("/courses/models-that-last/").text();
    assertThat(html).contains("Read and trust a generated migration").contains("€ 480");
  }

  @Test
  void anArticleShowsCodeOfThisSite() {
    String html = client().get("/articles/a-model-is-a-promise/").text();
    assertThat(html)
        .contains("<pre><code class=\"language-java\">")
        .contains("public class Article extends Entity {");
  }

  @Test
  void theSearchFindsArticlesByEveryWord() {
    String html = client().get("/articles/?q=transaction+task").text();
    assertThat(html).contains("/articles/");
    assertThat(client().get("/articles/?q=zzzqqq").text()).contains("Nothing here for “zzzqqq”");
    assertThat(client().get("/search/?q=queries").text()).contains("Queries that tell the truth");
  }

  @Test
  void theListOfArticlesIsMadeOnceUntilAnArticleChanges() {
    site.run(ArticlesApp.LISTS::invalidate);
    client().get("/articles/");
    site.run(() ->
        assertThat(Db.recordQueries(() -> client().get("/articles/")).sql())
            .noneMatch(sql -> sql.contains("articles_article")));
    site.run(() -> {
      Article article = anyArticle();
      article.summary = "A summary that was just changed.";
      article.save();
    });
    assertThat(client().get("/articles/").text()).contains("A summary that was just changed.");
  }

  @Test
  void aListOfCardsTakesAFewStatementsHoweverManyThereAre() {
    site.run(() -> {
      ArticlesApp.LISTS.invalidate();
      assertThat(Db.recordQueries(() -> client().get("/articles/")).count()).isLessThanOrEqualTo(4);
    });
  }
}
