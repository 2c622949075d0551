package io.quintet.http.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import io.quintet.core.SiteContext;
import io.quintet.http.HttpApplication;
import io.quintet.http.Request;
import io.quintet.http.Response;
import io.quintet.http.TestSite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileStoreTest {
  private static final Duration HOUR = Duration.ofHours(1);

  @TempDir Path folder;

  private final java.util.function.Supplier<SiteContext> make =
      () ->
          TestSite.site(routes ->
                  routes.path(
                      "count/",
                      request -> {
                        long count = request.session().number("count").orElse(0L) + 1;
                        request.session().put("count", count);
                        return Response.text(Long.toString(count));
                      }))
              .baseDir(folder)
              .set(SessionSettings.STORE, SessionSettings.Store.FILE)
              .build();
  private SiteContext site;

  private SessionStore store() {
    site = make.get();
    return site.service(Sessions.STORE);
  }

  private List<Path> files() throws IOException {
    try (var files = Files.list(folder.resolve("sessions"))) {
      return files.toList();
    }
  }

  @AfterEach
  void close() {
    if (site != null) {
      site.close();
    }
  }

  @Test
  void keepsLoadsChangesAndForgetsSessions() throws IOException {
    SessionStore store = store();
    String key = store.create(Map.of("user", 7L, "name", "Änn"), HOUR);
    assertThat(store.load(key)).hasValue(Map.of("user", 7L, "name", "Änn"));
    assertThat(store.update(key, Map.of("user", 8L), HOUR)).hasValue(key);
    assertThat(store.load(key)).hasValue(Map.of("user", 8L));
    store.delete(key);
    assertThat(store.load(key)).isEmpty();
    assertThat(store.update(key, Map.of("user", 9L), HOUR)).as("a deleted session").isEmpty();
    assertThat(files()).isEmpty();
  }

  @Test
  void aKeyNeverLeadsOutOfTheFolder() throws IOException {
    SessionStore store = store();
    Path secret = Files.writeString(folder.resolve("secret.session"), "{}");
    for (String key : List.of("../secret", "..", "", "a/b", "ABCDEFGH", "12345678\u0000")) {
      assertThat(store.load(key)).isEmpty();
      assertThat(store.update(key, Map.of(), HOUR)).isEmpty();
      store.delete(key);
    }
    assertThat(secret).exists();
  }

  @Test
  void onlyTheSiteMayReadThem() throws IOException {
    SessionStore store = store();
    store.create(Map.of("user", 7L), HOUR);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(files().getFirst())))
        .isEqualTo("rw-------");
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(folder.resolve("sessions"))))
        .isEqualTo("rwx------");
  }

  @Test
  void expiredAndBrokenFilesAreNoSessionsAndAreCleared() throws IOException {
    SessionStore store = store();
    String expired = store.create(Map.of("a", 1L), Duration.ofSeconds(-1));
    String live = store.create(Map.of("a", 1L), HOUR);
    String broken = store.create(Map.of("a", 1L), HOUR);
    Files.writeString(folder.resolve("sessions/" + broken + ".session"), "{\"expires\": 1");
    assertThat(store.load(expired)).isEmpty();
    assertThat(store.load(broken)).isEmpty();
    assertThat(store.clearExpired()).isEqualTo(2);
    assertThat(store.load(live)).isPresent();
    assertThat(files()).hasSize(1);
  }

  @Test
  void visitorsCountOverSeveralRequests() {
    store();
    HttpApplication app = HttpApplication.of(site);
    String key = app.handle(Request.get("/count/")).cookie("sessionid").orElseThrow().value();
    Request again = Request.builder("GET", "/count/").header("Cookie", "sessionid=" + key).build();
    assertThat(app.handle(again).text()).isEqualTo("2");
  }
}
