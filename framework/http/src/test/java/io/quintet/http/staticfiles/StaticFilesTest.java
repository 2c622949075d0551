package io.quintet.http.staticfiles;

import static org.assertj.core.api.Assertions.assertThat;

import io.quintet.core.CoreSettings;
import io.quintet.core.SiteContext;
import io.quintet.core.commands.Commands;
import io.quintet.core.commands.Terminal;
import io.quintet.http.HttpApplication;
import io.quintet.http.Request;
import io.quintet.http.Response;
import io.quintet.http.TestSite;
import io.quintet.storage.StorageApp;
import io.quintet.storage.Storages;
import io.quintet.storage.StoredFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StaticFilesTest {
  @TempDir Path base;

  private SiteContext site;
  private HttpApplication app;

  @BeforeEach
  void files() throws IOException {
    Files.createDirectories(base.resolve("static/img"));
    Files.writeString(base.resolve("static/img/logo.svg"), "<svg/>");
    Files.writeString(base.resolve("static/big.bin"), "0123456789".repeat(100));
    Files.createDirectories(base.resolve("static_private"));
    Files.writeString(base.resolve("static_private/secret.txt"), "secret");
    Files.writeString(base.resolve("secret.txt"), "secret");
    Files.writeString(base.resolve("static/.env"), "secret");
    Files.createSymbolicLink(base.resolve("static/link.txt"), base.resolve("secret.txt"));
    site = builder().build();
    app = HttpApplication.of(site);
  }

  private SiteContext.Builder builder() {
    return TestSite.site(
            routes ->
                routes.path(
                    "private/<path:name>",
                    (Request request, String name) ->
                        Response.file(new StoredFile("private", name))),
            new StorageApp())
        .baseDir(base)
        .replace(Storages.SERVICE, Storages::inMemory);
  }

  private Response get(String path, String... headers) {
    var builder = Request.builder("GET", path);
    for (int i = 0; i < headers.length; i += 2) {
      builder.header(headers[i], headers[i + 1]);
    }
    return app.handle(builder.build());
  }

  private String url(String name) {
    return site.service(StaticFiles.SERVICE).url(name);
  }

  @Test
  void inProductionTheNameHoldsTheHashAndIsKeptForEver() {
    String url = url("testapp/site.css");
    assertThat(url).matches("/static/testapp/site\\.[0-9a-f]{12}\\.css");
    Response response = get(url);
    assertThat(response.text()).startsWith("body{color:red}");
    assertThat(response.contentType()).isEqualTo("text/css; charset=utf-8");
    assertThat(response.header("Cache-Control")).hasValue("public, max-age=31536000, immutable");
    assertThat(response.cookies()).isEmpty();
  }

  @Test
  void thePlainNameIsAskedForAgainByItsTag() {
    Response response = get("/static/img/logo.svg");
    assertThat(response.header("Cache-Control")).hasValue("public, max-age=0, must-revalidate");
    String tag = response.header("ETag").orElseThrow();
    assertThat(get("/static/img/logo.svg", "If-None-Match", tag).status()).isEqualTo(304);
  }

  @Test
  void textsAreKeptCompressedBesideTheirPlainForm() {
    assertThat(
            get("/static/testapp/site.css", "Accept-Encoding", "gzip").header("Content-Encoding"))
        .hasValue("gzip");
    assertThat(get("/static/testapp/site.css").headers().has("Content-Encoding")).isFalse();
    assertThat(get("/static/testapp/site.css").header("Vary").orElseThrow())
        .contains("Accept-Encoding");
  }

  @Test
  void rangesAreServedAndWrongOnesRefused() throws IOException {
    List<String> seen = new ArrayList<>();
    for (String range :
        List.of(
            "bytes=2-4",
            "bytes=-3",
            "bytes=995-",
            "bytes=5000-",
            "bytes=4-2",
            "bytes=0-1,5-6",
            "items=0-1")) {
      ByteArrayOutputStream body = new ByteArrayOutputStream();
      app.serve(
          Request.builder("GET", "/static/big.bin").header("Range", range).build(),
          (status, headers, length) -> {
            seen.add(status + " " + headers.get("Content-Range", "-") + " " + length);
            return body;
          });
    }
    assertThat(seen)
        .containsExactly(
            "206 bytes 2-4/1000 3",
            "206 bytes 997-999/1000 3",
            "206 bytes 995-999/1000 5",
            "416 bytes */1000 0",
            "200 - 1000",
            "200 - 1000",
            "200 - 1000");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/static/../secret.txt",
        "/static/%2e%2e/secret.txt",
        "/static/%252e%252e/secret.txt",
        "/static/img/..%2f..%2fsecret.txt",
        "/static/..%5csecret.txt",
        "/static/..;/secret.txt",
        "/static//etc/passwd",
        "/static/%2fetc/passwd",
        "/static/./big.bin",
        "/static/.env",
        "/static/link.txt",
        "/static/img/",
        "/static/img",
        "/static/",
        "/static/../static_private/secret.txt",
        "/static/阮严灵丰丰甲来/secret.txt",
        "/static/big.bin%00.css",
        "/static/C:/secret.txt",
        "/media/../secret.txt",
        "/media/%2e%2e%2fsecret.txt",
        "/media/..%5csecret.txt"
      })
  void nothingOutsideTheFoldersIsEverServed(String path) {
    for (boolean debug : new boolean[] {false, true}) {
      try (SiteContext each = builder().set(CoreSettings.DEBUG, debug).build()) {
        Response response = HttpApplication.of(each).handle(Request.builder("GET", path).build());
        assertThat(response.status()).as(path).isIn(400, 404);
        assertThat(response.text()).doesNotContain("root:").isNotEqualTo("secret");
      }
    }
  }

  @Test
  void inDevelopmentFilesAreReadAnew() throws IOException {
    try (SiteContext development = builder().set(CoreSettings.DEBUG, true).build()) {
      HttpApplication anew = HttpApplication.of(development);
      assertThat(development.service(StaticFiles.SERVICE).url("img/logo.svg"))
          .isEqualTo("/static/img/logo.svg");
      Files.writeString(base.resolve("static/new.txt"), "new");
      assertThat(anew.handle(Request.get("/static/new.txt")).text()).isEqualTo("new");
    }
  }

  @Test
  void collectstaticCopiesEveryFileByBothNames() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
    int status = Commands.run(site, Terminal.plain(print, print), "collectstatic");
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("static files copied to");
    assertThat(status).isZero();
    assertThat(base.resolve("staticfiles/img/logo.svg")).hasContent("<svg/>");
    assertThat(base.resolve("staticfiles" + url("img/logo.svg").substring("/static".length())))
        .hasContent("<svg/>");
    assertThat(base.resolve("staticfiles/link.txt")).doesNotExist();
  }

  @Test
  void publicUploadsAreServedAndWhatABrowserCouldRunIsOnlySaved() throws Exception {
    site.run(() -> {
      Storages.current()
          .publicFiles()
          .save("covers/sea.png", new ByteArrayInputStream(new byte[] {1, 2, 3}));
      Storages.current()
          .publicFiles()
          .save(
              "covers/evil.html",
              new ByteArrayInputStream("<script>".getBytes(StandardCharsets.UTF_8)));
    });
    Response picture = get("/media/covers/sea.png");
    assertThat(picture.content()).containsExactly(1, 2, 3);
    assertThat(picture.header("Content-Disposition")).hasValue("inline; filename=\"sea.png\"");
    Response page = get("/media/covers/evil.html");
    assertThat(page.header("Content-Disposition")).hasValue("attachment; filename=\"evil.html\"");
    assertThat(page.header("Content-Security-Policy").orElseThrow()).contains("sandbox");
    assertThat(page.cookies()).isEmpty();
  }

  @Test
  void privateFilesNeedAViewOrASignedAddress() throws Exception {
    StoredFile file =
        site.call(() ->
            Storages.current()
                .privateFiles()
                .save(
                    "report.txt",
                    new ByteArrayInputStream("private".getBytes(StandardCharsets.UTF_8))));
    assertThat(site.call(() -> get("/private/" + file.name()).text())).isEqualTo("private");
    assertThat(get("/media/" + file.name()).status()).isEqualTo(404);
    String signed = site.call(() -> Storages.current().signedUrl(file, Duration.ofMinutes(5)));
    assertThat(site.call(() -> get(signed).text())).isEqualTo("private");
    assertThat(get(signed.replaceFirst("/files/.", "/files/_")).status()).isEqualTo(404);
  }
}
