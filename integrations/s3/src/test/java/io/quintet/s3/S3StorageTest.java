package io.quintet.s3;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quintet.core.SiteContext;
import io.quintet.core.checks.CheckMessage;
import io.quintet.core.checks.Checks;
import io.quintet.storage.DirectUpload;
import io.quintet.storage.Storage;
import io.quintet.storage.StorageContract;
import io.quintet.storage.StorageException;
import io.quintet.storage.Storages;
import io.quintet.storage.StoredFile;
import io.quintet.storage.UploadRefusedException;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class S3StorageTest extends StorageContract {
  private static Store store;

  @TempDir private Path folder;
  private SiteContext site;
  private S3Storage files;

  @BeforeAll
  static void start(@TempDir Path objects) throws Exception {
    store = new Store(objects);
  }

  @AfterAll
  static void stop() throws Exception {
    store.close();
  }

  @BeforeEach
  void open() {
    store.empty();
    site = store.site(folder).build();
    files = S3Storage.publicFiles(site, "default", "open", "", "/media/");
  }

  @AfterEach
  void close() {
    files.close();
    site.close();
  }

  @Override
  protected Storage publicFiles() {
    return files;
  }

  @Override
  protected Storage privateFiles() {
    return storages().privateFiles();
  }

  private Storages storages() {
    return site.service(Storages.SERVICE);
  }

  /** One after the other: the store of this test looks and writes in two steps. */
  @Override
  @Test
  public void manyAtOnceEachGetANameOfTheirOwn() {
    Set<String> names = new HashSet<>();
    for (int i = 0; i < 20; i++) {
      names.add(files.save("race.txt", bytes("x")).name());
    }

    assertThat(names).hasSize(20);
    assertThat(files.list("")).hasSize(20);
  }

  @Test
  void namesStandBehindThePrefixInTheBucket() throws Exception {
    S3Storage whole = S3Storage.privateFiles(site, "whole", "closed", "");

    storages().privateFiles().save("ann/1.txt", bytes("hello"));

    assertThat(read(whole, "letters/ann/1.txt")).isEqualTo("hello");
    assertThat(storages().privateFiles().list("")).containsExactly("ann/");
    assertThat(storages().privateFiles().list("ann")).containsExactly("ann/1.txt");
    whole.close();
  }

  @Test
  void aLargeFileIsSentInParts() throws Exception {
    byte[] content = new byte[(11 << 20) + 7];
    new Random(1).nextBytes(content);
    S3Connection connection = S3Connection.of(site);
    S3Storage inParts =
        new S3Storage(
            "default", connection, new S3Storage.Place("open", "", true, null), null, 5 << 20);

    StoredFile first = inParts.save("film.bin", new ByteArrayInputStream(content));
    StoredFile second = inParts.save("film.bin", new ByteArrayInputStream(content));

    assertThat(inParts.open(first.name()).readAllBytes()).isEqualTo(content);
    assertThat(second.name()).isNotEqualTo(first.name());
    assertThat(inParts.list("")).hasSize(2);
    inParts.close();
  }

  @Test
  void thePublicAddressIsThatOfTheBucket() {
    StoredFile file = storages().publicFiles().save("a b.txt", bytes("hello"));

    assertThat(storages().publicFiles().url(file.name()))
        .isEqualTo(store.url() + "/open/" + file.name());
  }

  @Test
  void aSignedAddressLeadsToTheStoreAndToOneFile() throws Exception {
    StoredFile file = storages().privateFiles().save("ann/1.html", bytes("<b>hello</b>"));

    String url = storages().signedUrl(file, Duration.ofMinutes(5));

    HttpResponse<String> answer = get(url);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("<b>hello</b>");
    assertThat(answer.headers().firstValue("Content-Disposition"))
        .hasValue("attachment; filename*=UTF-8''1.html");
    assertThat(get(url.replace("1.html", "2.html")).statusCode()).isGreaterThanOrEqualTo(400);
    assertThat(get(url.substring(0, url.indexOf('?'))).statusCode()).isEqualTo(403);
  }

  @Test
  void aSignedAddressLivesAWeekAtMost() {
    assertThatThrownBy(
            () -> storages().signedUrl(new StoredFile("private", "a.txt"), Duration.ofDays(8)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("An address at an S3 store works for at most 7 days, and not for PT192H");
  }

  @Test
  void aBrowserSendsAFileStraightToTheStore() throws Exception {
    byte[] picture = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0};
    DirectUpload upload =
        storages().permitUpload("private", "in/sea.png", picture.length, Duration.ofMinutes(5));
    assertThatThrownBy(() -> storages().claim(upload.receipt()))
        .isInstanceOf(UploadRefusedException.class)
        .hasMessageContaining("was announced, but never sent");

    assertThat(send(upload, new byte[picture.length + 1])).isEqualTo(403);
    assertThat(send(upload, picture)).isEqualTo(200);
    assertThat(send(upload, picture)).isEqualTo(412);

    StoredFile file = storages().claim(upload.receipt());
    assertThat(file.name()).matches("in/sea_\\w{7}\\.png");
    assertThat(storages().privateFiles().open(file.name()).readAllBytes()).isEqualTo(picture);
    assertThat(
            get(storages().signedUrl(file, Duration.ofMinutes(1)))
                .headers()
                .firstValue("Content-Type"))
        .hasValue("image/png");
  }

  @Test
  void whatIsNotWhatItsNameSaysIsDeletedWhenClaimed() throws Exception {
    byte[] page = "<script>alert(1)</script>".getBytes(UTF_8);
    DirectUpload upload =
        storages().permitUpload("default", "sea.png", page.length, Duration.ofMinutes(5));
    assertThat(send(upload, page)).isEqualTo(200);

    assertThatThrownBy(() -> storages().claim(upload.receipt()))
        .isInstanceOf(UploadRefusedException.class)
        .hasMessage("The content of \"" + upload.file().name() + "\" is no image/png");
    assertThat(storages().publicFiles().exists(upload.file().name())).isFalse();
  }

  @Test
  void aStoreThatRefusesIsQuotedWithoutTheSecret() {
    SiteContext wrong = store.site(folder).set(S3Settings.SECRET_KEY, "not the secret").build();

    assertThatThrownBy(
            () -> wrong.service(Storages.SERVICE).publicFiles().save("a.txt", bytes("x")))
        .isInstanceOf(StorageException.class)
        .hasMessageStartingWith(
            "Storage \"default\" could not look up \"a.txt\" in bucket open at "
                + store.url()
                + ": 403 Forbidden")
        .hasMessageNotContaining("secret");
    wrong.close();
  }

  @Test
  void aStoreThatIsAwayIsNamed() {
    SiteContext away =
        store
            .site(folder)
            .set(S3Settings.ENDPOINT, "http://127.0.0.1:1")
            .set(S3Settings.TIMEOUT, Duration.ofMillis(200))
            .build();

    assertThatThrownBy(() -> away.service(Storages.SERVICE).publicFiles().exists("a.txt"))
        .isInstanceOf(StorageException.class)
        .hasMessageStartingWith(
            "Storage \"default\" could not look up \"a.txt\" in bucket open at http://127.0.0.1:1: ");
    away.close();
  }

  @Test
  void missingSettingsAreReported() {
    SiteContext bare =
        store
            .site(folder)
            .set(S3Settings.PUBLIC_BUCKET, "")
            .set(S3Settings.PRIVATE_BUCKET, "")
            .set(S3Settings.SECRET_KEY, "")
            .build();

    assertThat(Checks.run(bare, false))
        .extracting(CheckMessage::id)
        .containsExactly("s3.E001", "s3.E002", "s3.E003");
    assertThat(Checks.run(site, false)).isEmpty();
  }

  @Test
  void oneBucketForBothIsWarnedOf() {
    SiteContext shared = store.site(folder).set(S3Settings.PRIVATE_BUCKET, "open").build();

    assertThat(Checks.run(shared, false)).extracting(CheckMessage::id).containsExactly("s3.W001");
  }

  private static HttpResponse<String> get(String url) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString());
    }
  }

  private static int send(DirectUpload upload, byte[] content) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(upload.url()))
            .method(upload.method(), BodyPublishers.ofByteArray(content));
    upload.headers().forEach(request::header);
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request.build(), BodyHandlers.ofString()).statusCode();
    }
  }
}
