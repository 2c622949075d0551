package guestbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quintet.auth.User;
import io.quintet.http.Response;
import io.quintet.orm.Db;
import io.quintet.testing.Client;
import io.quintet.testing.LiveServer;
import io.quintet.testing.TestSite;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Every means of the testing room, used as the owner of a site would use it. */
class GuestbookTest {
  private final TestSite site = TestSite.of(Guestbook.site());

  @AfterEach
  void close() {
    site.close();
  }

  @Test
  void aClientSendsFormsAndFollowsRedirects() {
    Client client = site.client();
    Response response = client.post("/write/", "words", "Grüße & more");
    assertThat(response.status()).isEqualTo(302);
    assertThat(client.follow(response).text()).isEqualTo("Grüße & more");
  }

  @Test
  void aClientThatIsToBringTokensIsRefusedWithout() {
    assertThat(site.client().enforceCsrf().post("/write/", "words", "x").status()).isEqualTo(403);
    assertThat(site.client().get("/").text()).isEmpty();
  }

  @Test
  void aClientLogsInWithoutAPasswordAndAnotherStaysAStranger() {
    User ann =
        site.call(() -> User.createSuperuser("ann", "ann@example.org", "correct horse battery"));
    assertThat(site.client().login(ann).get("/me/").text()).isEqualTo("Hello ann");
    assertThat(site.client().get("/me/").text()).isEqualTo("Hello stranger");
  }

  @Test
  void aClientUploadsFiles() {
    byte[] picture = "not really".getBytes(StandardCharsets.UTF_8);
    assertThat(
            site.client()
                .upload("/picture/", "picture", "me.png", "image/png", picture, "title", "Me")
                .text())
        .isEqualTo("Me me.png 10");
  }

  @Test
  void tasksAreCapturedUntilTheTestRunsThemAndTheirMailsToo() {
    site.client().post("/write/", "words", "Hello");
    long id = site.call(() -> Entry.objects.all().first().orElseThrow().id);
    assertThat(site.tasks().arguments(GuestbookApp.TELL)).containsExactly(id);
    assertThat(site.outbox().mails()).isEmpty();
    assertThat(site.runTasks()).isEqualTo(1);
    assertThat(site.outbox().last().subject()).isEqualTo("A new entry");
  }

  @Test
  void whatIsRolledBackIsGoneTheRequestsOfClientsIncluded() {
    site.rolledBack(() -> {
      site.client().post("/write/", "words", "for a moment");
      assertThat(site.client().get("/").text()).isEqualTo("for a moment");
    });
    assertThat(site.client().get("/").text()).isEmpty();
  }

  @Test
  void queriesAreCounted() {
    site.run(() -> {
      Db.RecordedQueries queries = Db.recordQueries(() -> site.client().get("/"));
      assertThat(queries.count()).as(queries.toString()).isEqualTo(1);
    });
  }

  @Test
  void aLiveServerAnswersOnASocket() throws Exception {
    site.client().post("/write/", "words", "Hello");
    try (LiveServer server = site.live();
        HttpClient http = HttpClient.newHttpClient()) {
      HttpRequest request = HttpRequest.newBuilder(URI.create(server.url() + "/")).build();
      assertThat(http.send(request, HttpResponse.BodyHandlers.ofString()).body())
          .isEqualTo("Hello");
    }
  }

  @Test
  void aTestSiteIsReady() {
    assertThat(site.client().get("/readyz").status()).isEqualTo(200);
  }

  @Test
  void everySiteHasADatabaseOfItsOwn() {
    site.client().post("/write/", "words", "Hello");
    try (TestSite other = TestSite.of(Guestbook.site())) {
      assertThat(other.client().get("/").text()).isEmpty();
    }
  }

  @Test
  void whatFailsInsideIsThrownToTheTest() {
    assertThatThrownBy(() ->
            site.run(() -> {
              throw new IllegalStateException("on purpose");
            }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("on purpose");
  }
}
