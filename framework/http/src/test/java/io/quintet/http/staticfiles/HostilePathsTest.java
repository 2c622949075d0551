package io.quintet.http.staticfiles;

import static org.assertj.core.api.Assertions.assertThat;

import io.quintet.core.CoreSettings;
import io.quintet.http.Forbidden;
import io.quintet.http.HttpApplication;
import io.quintet.http.HttpSettings;
import io.quintet.http.Request;
import io.quintet.http.Response;
import io.quintet.http.TestSite;
import io.quintet.http.routing.Routes;
import io.quintet.storage.StorageApp;
import io.quintet.storage.StorageSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Addresses that name a file outside, or a page by another name. The folder beside the static files
 * holds secrets; no spelling leads there.
 */
class HostilePathsTest {
  private static final String SECRET = "# SECRET-OF-THE-SITE";
  private static final int SIBLINGS = 5_000;

  /** What stands for a dot, a slash or a step up in one program or another. */
  private static final List<String> PIECES =
      List.of(
          "..",
          ".",
          "/",
          "//",
          "\\",
          "%2e",
          "%2E%2e",
          "%2f",
          "%5c",
          "%252e%252e",
          "%252f",
          "%c0%ae",
          "%c0%af",
          "%e0%80%ae",
          "%u002e",
          "%00",
          "%0a",
          "%0d",
          "%20",
          ";",
          "..;",
          ";x=1",
          "..%00",
          "%uff0e",
          "．．",
          "／",
          "阮",
          "严",
          "灵",
          "丰",
          "丰",
          "甲",
          "来",
          "\u012e\u012e",
          "\u012f",
          "\u212a",
          "secret.txt",
          "static",
          "static_private",
          "media",
          "_private",
          ".env",
          "~",
          "C:",
          "secret.txt::$DATA",
          "%",
          "%2",
          "?",
          "file:",
          "\u202e");

  @TempDir Path base;

  @BeforeEach
  void secrets() throws IOException {
    for (String folder : List.of("static", "static_private", "media", "media_private", "private")) {
      Files.createDirectories(base.resolve(folder));
      Files.writeString(base.resolve(folder).resolve("open.txt"), "open");
    }
    for (String file :
        List.of(
            "secret.txt",
            "static/.env",
            "static_private/secret.txt",
            "media_private/secret.txt",
            "private/secret.txt",
            ".env")) {
      Files.writeString(base.resolve(file), SECRET);
    }
    Files.createSymbolicLink(base.resolve("static/link"), base);
  }

  private static void urls(Routes routes) {
    routes.path("", request -> Response.text("index"));
    routes
        .path("admin/", request -> Response.text(SECRET))
        .with((request, next) -> {
          throw new Forbidden("staff only");
        });
  }

  private HttpApplication app(boolean debug) {
    return HttpApplication.of(
        TestSite.site(HostilePathsTest::urls, new StorageApp())
            .baseDir(base)
            .set(CoreSettings.DEBUG, debug)
            .set(HttpSettings.ACCESS_LOG, false)
            .set(StorageSettings.MEDIA_ROOT, base.resolve("media"))
            .build());
  }

  @Test
  void noSpellingOfAnAddressLeadsOutOfTheFolder() {
    for (boolean debug : new boolean[] {false, true}) {
      HttpApplication app = app(debug);
      assertThat(app.handle(Request.get("/static/open.txt")).status()).isEqualTo(200);
      Random random = new Random(42);
      for (int i = 0; i < SIBLINGS; i++) {
        StringBuilder path = new StringBuilder(random.nextBoolean() ? "/static/" : "/media/");
        for (int piece = random.nextInt(8); piece >= 0; piece--) {
          path.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        assertNoSecret(app, path.toString());
      }
    }
  }

  /** Every way to go up once or more, to each of the secrets. */
  @Test
  void everyWayUpIsClosed() {
    List<String> up = List.of("..", "%2e%2e", ".%2e", "%252e%252e", "..;", "．．", "阮严", "%c0%ae.");
    List<String> slash = List.of("/", "%2f", "\\", "%5c", "%252f", "／", "//", "%c0%af", "/./");
    List<String> targets =
        List.of("secret.txt", "static_private/secret.txt", "private/secret.txt", ".env");
    List<String> paths = new ArrayList<>();
    for (String root : List.of("/static/", "/static", "/media/", "/media", "//static/")) {
      for (String step : up) {
        for (String separator : slash) {
          for (String target : targets) {
            for (int depth = 1; depth <= 3; depth++) {
              paths.add(root + (step + separator).repeat(depth) + target);
              paths.add(root + separator + (step + separator).repeat(depth) + target);
            }
          }
        }
      }
    }
    for (boolean debug : new boolean[] {false, true}) {
      HttpApplication app = app(debug);
      paths.forEach(path -> assertNoSecret(app, path));
    }
  }

  private static void assertNoSecret(HttpApplication app, String path) {
    Response response = app.handle(Request.get(path));
    assertThat(response.status()).as(path).isIn(200, 301, 400, 403, 404);
    if (response.status() == 200) {
      assertThat(new String(response.content(), java.nio.charset.StandardCharsets.UTF_8))
          .as(path)
          .doesNotContain(SECRET);
    }
  }

  @Test
  void aFolderWithTheSamePrefixIsAnother() {
    HttpApplication app = app(true);
    for (String path :
        List.of(
            "/static_private/secret.txt", "/media_private/secret.txt", "/static/link/secret.txt")) {
      assertThat(app.handle(Request.get(path)).status()).as(path).isEqualTo(404);
    }
  }

  @Test
  void foldersAreNotListed() {
    HttpApplication app = app(true);
    for (String path : List.of("/static/", "/static", "/media/", "/media", "/static/link/")) {
      assertThat(app.handle(Request.get(path)).status()).as(path).isEqualTo(404);
    }
  }

  /** The guard is part of the route that answers: what resolves to the view has passed it. */
  @Test
  void noSpellingOfAGuardedAddressPassesItsGuard() {
    HttpApplication app = app(false);
    List<String> around =
        List.of(
            "", "/", "//", "/.", "/./", "%2f", ";", ";x=1", "%0a", "%00", "%20", ".", "..", "\\");
    for (String before : around) {
      for (String name :
          List.of("admin", "Admin", "ADMIN", "%61dmin", "adm%69n", "%2561dmin", "ａdmin")) {
        for (String after : around) {
          Response response = app.handle(Request.get("/" + before + name + after));
          assertThat(response.status()).as(before + name + after).isNotEqualTo(200);
          assertThat(response.text()).doesNotContain(SECRET);
        }
      }
    }
  }

  @Test
  void headersOfServersInFrontAreNotObeyed() {
    HttpApplication app = app(false);
    Request request =
        Request.builder("GET", "/")
            .header("X-Sendfile-Type", "X-Accel-Redirect")
            .header("X-Accel-Mapping", base + "/=/static/")
            .header("X-Original-URL", "/admin/")
            .header("X-Rewrite-URL", "/admin/")
            .header("X-HTTP-Method-Override", "DELETE")
            .build();
    Response response = app.handle(request);
    assertThat(response.text()).isEqualTo("index");
    assertThat(response.headers().names()).noneMatch(name -> name.startsWith("X-Accel"));
  }
}
