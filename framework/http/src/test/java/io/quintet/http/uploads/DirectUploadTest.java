package io.quintet.http.uploads;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quintet.core.SiteContext;
import io.quintet.core.json.Json;
import io.quintet.http.HttpApplication;
import io.quintet.http.Request;
import io.quintet.http.Response;
import io.quintet.http.TestSite;
import io.quintet.http.csrf.Csrf;
import io.quintet.storage.StorageApp;
import io.quintet.storage.Storages;
import io.quintet.storage.StoredFile;
import io.quintet.storage.UploadRefusedException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DirectUploadTest {
  private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");
  private static final byte[] PDF = "%PDF-1.7 hello".getBytes(StandardCharsets.US_ASCII);

  private final SiteContext site = siteAt(NOON);
  private final HttpApplication app = HttpApplication.of(site);

  private static SiteContext siteAt(Instant now) {
    return TestSite.site(
            routes ->
                routes.path(
                    "papers/upload/",
                    DirectUploadView.to("private", "papers/%Y")
                        .extensions("pdf", "PNG")
                        .maxBytes(1000)
                        .validity(Duration.ofMinutes(10))),
            new StorageApp())
        .clock(Clock.fixed(now, ZoneOffset.UTC))
        .replace(Storages.SERVICE, Storages::inMemory)
        .build();
  }

  private Response permission(String name, String size) {
    Request request =
        Request.builder("POST", "/papers/upload/")
            .body(
                "application/x-www-form-urlencoded",
                "name=%s&size=%s".formatted(URLEncoder.encode(name, UTF_8), size))
            .build();
    request.set(Csrf.UNCHECKED, true);
    return app.handle(request);
  }

  private Map<?, ?> permitted(int size) {
    Response response = permission("My paper.pdf", String.valueOf(size));
    assertThat(response.status()).isEqualTo(200);
    return (Map<?, ?>) Json.parse(response.text());
  }

  private Response put(Map<?, ?> permission, byte[] content) {
    return app.handle(
        Request.builder("PUT", (String) permission.get("url"))
            .body("application/pdf", content)
            .build());
  }

  private StoredFile claim(Map<?, ?> permission) throws Exception {
    return site.call(() -> Storages.current().claim((String) permission.get("receipt")));
  }

  @Test
  void aPermittedFileIsReceivedAndClaimed() throws Exception {
    Map<?, ?> permission = permitted(PDF.length);

    assertThat(permission.get("method")).isEqualTo("PUT");
    assertThat(permission.get("headers")).isEqualTo(Map.of("Content-Type", "application/pdf"));
    assertThat(permission.get("expires")).isEqualTo("2026-11-25T12:10:00Z");
    assertThat(put(permission, PDF).status()).isEqualTo(204);
    StoredFile file = claim(permission);

    assertThat(file.storage()).isEqualTo("private");
    assertThat(file.name()).matches("papers/2026/My_paper_\\w{7}\\.pdf");
    assertThat(site.<byte[]>call(() -> file.open().readAllBytes())).isEqualTo(PDF);
  }

  @Test
  void anAddressIsGoodForOneFile() {
    Map<?, ?> permission = permitted(PDF.length);
    put(permission, PDF);

    assertThat(put(permission, PDF).status()).isEqualTo(409);
  }

  @Test
  void moreOrFewerBytesThanAnnouncedAreNotKept() {
    Map<?, ?> permission = permitted(PDF.length + 1);

    assertThat(put(permission, PDF).status()).isEqualTo(400);
    assertThat(put(permission, new byte[PDF.length + 2]).status()).isEqualTo(400);
    assertThatThrownBy(() -> claim(permission))
        .isInstanceOf(UploadRefusedException.class)
        .hasMessageContaining("was announced, but never sent");
  }

  @Test
  void contentThatIsNotWhatTheNameSaysIsRefusedWhenClaimed() {
    byte[] page = "<script>x</script>".getBytes(StandardCharsets.US_ASCII);
    Map<?, ?> permission = permitted(page.length);
    put(permission, page);

    assertThatThrownBy(() -> claim(permission))
        .isInstanceOf(UploadRefusedException.class)
        .hasMessageEndingWith("is no application/pdf");
    assertThatThrownBy(() -> claim(permission)).hasMessageContaining("never sent");
  }

  @Test
  void addressAndReceiptExpire() {
    Map<?, ?> permission = permitted(PDF.length);
    put(permission, PDF);
    SiteContext later = siteAt(NOON.plus(Duration.ofMinutes(10)));

    assertThat(
            HttpApplication.of(later)
                .handle(
                    Request.builder("PUT", (String) permission.get("url"))
                        .body("application/pdf", PDF)
                        .build())
                .status())
        .isEqualTo(403);
    assertThatThrownBy(
            () -> later.service(Storages.SERVICE).claim((String) permission.get("receipt")))
        .isInstanceOf(UploadRefusedException.class)
        .hasMessage("The permission to send this file was made up or has expired");
  }

  @Test
  void aReceiptIsNoAddressAndAReadingAddressIsNoWritingOne() {
    Map<?, ?> permission = permitted(PDF.length);
    String reading =
        site.service(Storages.SERVICE)
            .signedUrl(new StoredFile("private", "papers/a.pdf"), Duration.ofMinutes(1));

    assertThat(put(Map.of("url", "/files/" + permission.get("receipt")), PDF).status())
        .isEqualTo(403);
    assertThat(put(Map.of("url", reading), PDF).status()).isEqualTo(403);
    assertThat(app.handle(Request.get((String) permission.get("url"))).status()).isEqualTo(404);
    assertThat(put(Map.of("url", "/files/" + "x".repeat(100_000)), PDF).status()).isEqualTo(403);
    assertThat(put(Map.of("url", "/media/a.pdf"), PDF).status()).isEqualTo(405);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "page.html | 10 | A file of this kind is not accepted; allowed are pdf, png.",
        "pdf       | 10 | A file of this kind is not accepted; allowed are pdf, png.",
        "a.pdf | 1001 | A file must have 1 to 1000 bytes; this one has 1001.",
        "a.pdf | 0 | A file must have 1 to 1000 bytes; this one has 0.",
        "a.pdf | -1 | A file must have 1 to 1000 bytes; this one has -1.",
        "a.pdf | 9999999999999999999 | The size of the file is missing or is no number.",
        "'' | 10 | The name of the file is missing."
      })
  void whatIsNotAllowedIsSaid(String name, String size, String error) {
    Response response = permission(name, size);

    assertThat(response.status()).isEqualTo(400);
    assertThat(Json.parse(response.text())).isEqualTo(Map.of("error", error));
  }

  @Test
  void aNameThatWouldLeaveTheFolderIsMadeSafe() {
    Map<?, ?> permission = (Map<?, ?>) Json.parse(permission("../../etc/passwd.pdf", "14").text());

    assertThat(put(permission, PDF).status()).isEqualTo(204);
    assertThat(site.service(Storages.SERVICE).privateFiles().list("papers/2026"))
        .singleElement()
        .asString()
        .startsWith("papers/2026/");
  }
}
