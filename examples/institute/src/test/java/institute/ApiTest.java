package institute;

import static org.assertj.core.api.Assertions.assertThat;

import io.quintet.auth.User;
import io.quintet.core.json.Json;
import io.quintet.http.Response;
import io.quintet.testing.Client;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ApiTest extends SiteTest {
  @Test
  void rootNamesThePartsForAClientThatAsksForNoPage() {
    assertThat(client().asksForJson().get("/api/").text())
        .isEqualTo(
            "{\"articles\":\"http://localhost/api/articles/\","
                + "\"categories\":\"http://localhost/api/categories/\","
                + "\"courses\":\"http://localhost/api/courses/\","
                + "\"bookings\":\"http://localhost/api/bookings/\"}");
  }

  @Test
  void articlesAreRead() {
    Response list = client().asksForJson().get("/api/articles/?page_size=2&ordering=title");
    assertThat(list.status()).isEqualTo(200);
    var page = (Map<?, ?>) Json.parse(list.text());
    for (Object article : (List<?>) page.get("results")) {
      assertThat(((Map<?, ?>) article).keySet())
          .asString()
          .isEqualTo(
              "[id, title, slug, summary, author, category, tags, reading_minutes, published, url]");
    }
    assertThat(client().json("POST", "/api/articles/", Map.of()).status()).isEqualTo(405);
  }

  @Test
  void bookingsAreForStaff() {
    assertThat(client().asksForJson().get("/api/bookings/").status()).isEqualTo(403);
    User boss =
        site.call(() -> {
          User user = new User();
          user.username = "boss";
          user.email = "boss@example.org";
          user.isStaff = true;
          user.save();
          return user;
        });
    Client staff = client().login(boss);
    assertThat(staff.get("/api/bookings/").status()).isEqualTo(200);
  }

  @Test
  void documentationStandsBesideIt() {
    Response document = client().asksForJson().get("/api/openapi.json");
    assertThat(document.text()).startsWith("{\"openapi\":\"3.1.0\"").contains("ArticleData");
    assertThat(client().asksForJson().get("/api/docs/").text()).contains("/api/openapi.json");
  }
}
