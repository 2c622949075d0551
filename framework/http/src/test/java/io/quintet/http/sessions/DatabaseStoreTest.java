package io.quintet.http.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import io.quintet.core.SiteContext;
import io.quintet.core.commands.Commands;
import io.quintet.core.commands.Terminal;
import io.quintet.http.HttpApplication;
import io.quintet.http.Request;
import io.quintet.http.Response;
import io.quintet.http.TestSite;
import io.quintet.orm.DatabaseUrl;
import io.quintet.orm.OrmApp;
import io.quintet.orm.OrmSettings;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseStoreTest {
  @TempDir static Path folder;

  private SiteContext site;

  @BeforeEach
  void migrate() {
    site =
        TestSite.site(
                routes ->
                    routes.path(
                        "count/",
                        request -> {
                          long count = request.session().number("count").orElse(0L) + 1;
                          request.session().put("count", count);
                          return Response.text(Long.toString(count));
                        }),
                new OrmApp(),
                new SessionsApp())
            .set(SessionSettings.STORE, SessionSettings.Store.DATABASE)
            .set(
                OrmSettings.DATABASE_URL,
                new DatabaseUrl.Sqlite(folder.resolve("test.sqlite3").toString()))
            .build();
    assertThat(run("migrate")).doesNotContain("Error");
  }

  @AfterEach
  void close() {
    site.close();
  }

  private String run(String... command) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
    Commands.run(site, Terminal.plain(print, print), command);
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void keepsLoadsChangesAndForgetsSessions() {
    site.run(() -> {
      SessionStore store = site.service(Sessions.STORE);
      String key = store.create(Map.of("user", 7L), Duration.ofHours(1));
      assertThat(store.load(key)).hasValue(Map.of("user", 7L));
      assertThat(store.update(key, Map.of("user", 8L), Duration.ofHours(1))).hasValue(key);
      assertThat(store.load(key)).hasValue(Map.of("user", 8L));
      store.delete(key);
      assertThat(store.load(key)).isEmpty();
      assertThat(store.update(key, Map.of("user", 9L), Duration.ofHours(1)))
          .as("a deleted session")
          .isEmpty();
    });
  }

  @Test
  void expiredSessionsAreNotLoadedAndClearsessionsDeletesThem() {
    site.run(() -> {
      SessionStore store = site.service(Sessions.STORE);
      String expired = store.create(Map.of("a", 1L), Duration.ofSeconds(-1));
      assertThat(store.load(expired)).isEmpty();
      String live = store.create(Map.of("a", 1L), Duration.ofSeconds(60));
      assertThat(run("clearsessions")).contains("1 expired sessions deleted");
      assertThat(store.load(live)).isPresent();
    });
  }

  @Test
  void visitorsCountOverSeveralRequests() {
    HttpApplication app = HttpApplication.of(site);
    Response first = app.handle(Request.get("/count/"));
    String key = first.cookie("sessionid").orElseThrow().value();
    assertThat(key).matches("[a-z0-9]{32}");
    Response second =
        app.handle(Request.builder("GET", "/count/").header("Cookie", "sessionid=" + key).build());
    assertThat(second.text()).isEqualTo("2");
    assertThat(second.cookie("sessionid").orElseThrow().value()).isEqualTo(key);
  }

  @Test
  void theMigrationSaysWhatTheModelSays() {
    assertThat(run("makemigrations", "--check", "sessions")).containsIgnoringCase("no changes");
  }
}
