package institute;

import institute.articles.Article;
import institute.content.InstituteContent;
import io.quintet.core.commands.Terminal;
import io.quintet.testing.Client;
import io.quintet.testing.TestSite;
import java.io.OutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** The institute with its sample content, for the tests of one class. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SiteTest {
  TestSite site;

  @BeforeAll
  void open() {
    site = TestSite.of(Institute.site());
    var nowhere = new PrintStream(OutputStream.nullOutputStream());
    site.run(() -> new InstituteContent().load(site.context(), Terminal.plain(nowhere, nowhere)));
  }

  @AfterAll
  void close() {
    site.close();
  }

  Client client() {
    return site.client();
  }

  Article anyArticle() {
    return site.call(() -> Article.objects.all().first().orElseThrow());
  }
}
