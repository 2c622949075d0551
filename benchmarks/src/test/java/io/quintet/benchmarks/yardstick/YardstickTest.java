package io.quintet.benchmarks.yardstick;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quintet.core.SiteContext;
import io.quintet.core.json.Json;
import io.quintet.http.HttpApplication;
import io.quintet.http.Request;
import io.quintet.http.spi.ServerConfig;
import io.quintet.http.spi.ServerRunner;
import io.quintet.orm.Db;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The yardstick over HTTP and PostgreSQL. Its rows are seeded from outside of this repository, so
 * these tests are skipped, in continuous integration too, where the database or the rows are
 * absent.
 */
class YardstickTest {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private static SiteContext site;
  private static ServerRunner server;

  @BeforeAll
  static void start() {
    SiteContext built = Yardstick.site().build();
    String fault = fault(built);
    if (!fault.isEmpty()) {
      built.close();
    }
    assumeTrue(fault.isEmpty(), () -> "The database of the yardstick is not there: " + fault);
    site = built;
    server = ServerRunner.start(site, ServerConfig.of(site).at("127.0.0.1", 0));
  }

  private static String fault(SiteContext site) {
    try {
      long posts = site.call(Post.objects::count);
      return posts > 0 ? "" : "the table blog_post is empty";
    } catch (Exception e) {
      return e.toString();
    }
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.close();
      site.close();
    }
  }

  private static HttpResponse<String> get(String path) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(server.url()).resolve(path))
            .header("Accept", "*/*")
            .build();
    return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void plainTextAndJsonAreAnsweredOutsideOfSessionsAndSecurityHeaders() throws Exception {
    HttpResponse<String> text = get("/plaintext");
    assertThat(text.body()).isEqualTo("Hello, World!");
    assertThat(text.headers().firstValue("Content-Type")).contains("text/plain; charset=utf-8");
    assertThat(text.headers().firstValue("X-Frame-Options")).isEmpty();
    assertThat(get("/json").body()).isEqualTo("{\"message\":\"Hello, World!\"}");
  }

  @Test
  void rowsAreReadByKey() throws Exception {
    assertThat(((Map<?, ?>) Json.parse(get("/db").body())).keySet().toString())
        .contains("id", "randomNumber");
    assertThat((List<?>) Json.parse(get("/queries?queries=7").body())).hasSize(7);
  }

  @Test
  void changedRowsAreStored() throws Exception {
    for (Object row : (List<?>) Json.parse(get("/updates?queries=3").body())) {
      Map<?, ?> changed = (Map<?, ?>) row;
      World stored = site.call(() -> World.objects.getById(changed.get("id")));
      assertThat((long) stored.randomNumber).isEqualTo(changed.get("randomNumber"));
    }
  }

  @Test
  void fortunesAreSortedAndEscaped() throws Exception {
    String page = get("/fortunes").body();
    assertThat(page).contains("&lt;script&gt;").doesNotContain("<script>alert");
    assertThat(page).contains("Additional fortune added at request time.");
  }

  @Test
  void pageOfPostsComesWithTheUsualMiddleware() throws Exception {
    HttpResponse<String> page = get("/blog?page=3");
    assertThat(page.headers().firstValue("X-Frame-Options")).contains("DENY");
    assertThat(page.body().split("<article")).hasSize(21);
    assertThat(page.body()).contains("Page 3 of");
  }

  @Test
  void pageOfPostsTakesThreeQueries() throws Exception {
    HttpApplication application = HttpApplication.of(site);
    Db.RecordedQueries queries =
        site.call(() ->
            Db.recordQueries(() ->
                application.handle(
                    Request.builder("GET", "/blog?page=3").header("Host", "localhost").build())));
    assertThat(queries.count()).as(queries.toString()).isEqualTo(3);
  }

  @Test
  void postsAreShownThroughTheirSerializer() throws Exception {
    Map<?, ?> post = (Map<?, ?>) Json.parse(get("/api/posts/77").body());
    assertThat(post.keySet().toString())
        .isEqualTo("[id, title, slug, body, published_at, author, category, tags]");
    assertThat(post.get("slug")).isEqualTo("post-77");
    Map<?, ?> page = (Map<?, ?>) Json.parse(get("/api/posts?page=2&page_size=5").body());
    assertThat((List<?>) page.get("results")).hasSize(5);
    assertThat(get("/api/posts/99999999").body()).startsWith("{\"detail\":");
  }

  @Test
  void wrongPostIsRefusedWithTheErrorsOfEachField() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(server.url()).resolve("/api/posts"))
            .header("Content-Type", "application/json")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "{\"title\":\"\",\"slug\":\"post-1\",\"body\":\"b\",\"author\":99999,"
                        + "\"category\":\"none\",\"tags\":[1,99999]}"))
            .build();
    HttpResponse<String> response = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(((Map<?, ?>) Json.parse(response.body())).keySet().toString())
        .contains("title", "slug", "author", "category", "tags");
  }
}
