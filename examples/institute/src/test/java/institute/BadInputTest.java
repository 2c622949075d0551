package institute;

import static org.assertj.core.api.Assertions.assertThat;

import io.quintet.http.Response;
import org.junit.jupiter.api.Test;

/**
 * What a site answers to what it was not made for: in the right form, and with nothing half done.
 */
class BadInputTest extends SiteTest {
  @Test
  void anUnknownAddressIsAPageForPeopleAndJsonForPrograms() {
    Response page = client().get("/no-such-page/");
    assertThat(page.status()).isEqualTo(404);
    assertThat(page.contentType()).startsWith("text/html");
    assertThat(page.text()).contains("Fivefold Institute");
    Response json = client().asksForJson().get("/no-such-page/");
    assertThat(json.status()).isEqualTo(404);
    assertThat(json.contentType()).startsWith("application/json");
    assertThat(json.text()).contains("\"detail\"");
  }

  @Test
  void aWrongMethodNamesTheRightOnes() {
    Response response = client().json("DELETE", "/api/courses/", null);
    assertThat(response.status()).isIn(401, 403, 405);
    Response put = client().asksForJson().json("PUT", "/api/courses/", java.util.Map.of());
    assertThat(put.status()).isIn(401, 403, 405);
  }

  @Test
  void aFormWithoutItsTokenIsRefusedWithAnExplanation() {
    Response response = client().enforceCsrf().post("/booking/", "name", "Eve");
    assertThat(response.status()).isEqualTo(403);
    assertThat(response.contentType()).startsWith("text/html");
    assertThat(client().enforceCsrf().asksForJson().post("/booking/").contentType())
        .startsWith("application/json");
  }

  @Test
  void aWrongHostIsRefused() {
    Response response = site.client().header("Host", "evil.example").get("/");
    assertThat(response.status()).isEqualTo(400);
  }

  @Test
  void malformedJsonIsLocated() {
    var staff =
        site.call(
            () -> io.quintet.auth.User.createSuperuser("root", "root@example.org", "x-y-z-1"));
    Response response =
        client()
            .asksForJson()
            .login(staff)
            .send("POST", "/api/bookings/", "application/json", "{\"name\": oops}");
    assertThat(response.status()).isEqualTo(400);
    assertThat(response.text()).contains("JSON parse error");
  }

  @Test
  void securityHeadersAreOnEveryAnswer() {
    for (String path : new String[] {"/", "/no-such-page/", "/api/", "/healthz"}) {
      Response response = client().get(path);
      if (!path.equals("/healthz")) {
        assertThat(response.header("X-Content-Type-Options")).as(path).contains("nosniff");
        assertThat(response.header("X-Frame-Options")).as(path).contains("DENY");
      }
    }
  }
}
