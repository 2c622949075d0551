package io.quintet.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quintet.core.App;
import io.quintet.core.AppConfig;
import io.quintet.core.CoreApp;
import io.quintet.core.CoreSettings;
import io.quintet.core.SiteContext;
import io.quintet.core.checks.CheckMessage;
import io.quintet.core.checks.Checks;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoragesTest {
  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

  @TempDir private Path folder;

  private SiteContext.Builder site() {
    return SiteContext.builder("test")
        .env(Map.of())
        .baseDir(folder)
        .set(CoreSettings.SECRET_KEY, "a secret for tests")
        .clock(Clock.fixed(NOON, ZoneOffset.UTC))
        .apps(new CoreApp(), new StorageApp());
  }

  @Test
  void aStoredFileFindsItsContentThroughTheSite() throws Exception {
    try (SiteContext site = site().build()) {
      site.call(() -> {
        StoredFile file =
            Storages.current()
                .publicFiles()
                .save("a.txt", new ByteArrayInputStream("hello".getBytes(UTF_8)));

        assertThat(file).isEqualTo(StoredFile.of("a.txt")).hasToString("a.txt");
        assertThat(file.url()).isEqualTo("/media/a.txt");
        assertThat(file.size()).isEqualTo(5);
        assertThat(file.open().readAllBytes()).hasSize(5);
        assertThat(folder.resolve("var/media/a.txt")).exists();
        assertThat(file.delete()).isTrue();
        assertThat(file.exists()).isFalse();
        return null;
      });
    }
  }

  @Test
  void aStoredFileCannotNameAFileOutside() {
    assertThatThrownBy(() -> StoredFile.of("../secret.txt"))
        .isInstanceOf(UnsafeNameException.class);
  }

  @Test
  void aSignedAddressOpensOneFileUntilItExpires() {
    StoredFile file = new StoredFile("private", "letters/to ann.pdf");
    String url = storagesAt(NOON).signedUrl(file, Duration.ofMinutes(10));

    assertThat(url).startsWith("/files/").endsWith("/to%20ann.pdf");
    String token = url.split("/")[2];
    assertThat(storagesAt(NOON.plusSeconds(599)).verify(token)).contains(file);
    assertThat(storagesAt(NOON.plusSeconds(600)).verify(token)).isEmpty();
    assertThat(storagesAt(NOON).verify(token.replace(token.charAt(3), '_'))).isEmpty();
    assertThat(storagesAt(NOON).verify("")).isEmpty();
  }

  private Storages storagesAt(Instant now) {
    return site().clock(Clock.fixed(now, ZoneOffset.UTC)).build().service(Storages.SERVICE);
  }

  @Test
  void anAppAddsAStorage() {
    App archive =
        new App() {
          @Override
          public String label() {
            return "archive";
          }

          @Override
          public void configure(AppConfig config) {
            config.add(
                Storages.POINT,
                new NamedStorage(
                    "archive", site -> MemoryStorage.privateFiles("archive", site.clock())));
          }
        };
    Storages storages = site().apps(archive).build().service(Storages.SERVICE);

    assertThat(storages.aliases()).contains("default", "private", "archive");
    assertThatThrownBy(() -> storages.get("archiv"))
        .isInstanceOf(StorageException.class)
        .hasMessage(
            "There is no storage \"archiv\"; this site has [default, private, archive]. An app adds one with config.add(Storages.POINT, new NamedStorage(...))");
  }

  @Test
  void storagesInMemoryLeaveTheDiskAlone() {
    SiteContext site = site().replace(Storages.SERVICE, Storages::inMemory).build();

    site.service(Storages.SERVICE)
        .publicFiles()
        .save("a.txt", new ByteArrayInputStream(new byte[1]));

    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void foldersThatCannotBeUsedAreReported() throws Exception {
    Files.writeString(folder.resolve("file"), "in the way");
    SiteContext site =
        site()
            .set(StorageSettings.MEDIA_ROOT, Path.of("file/media"))
            .set(StorageSettings.PRIVATE_ROOT, Path.of("file/media/private"))
            .build();

    assertThat(Checks.run(site, false))
        .extracting(CheckMessage::id)
        .containsExactly("storage.E001", "storage.E002", "storage.E003");
  }

  @Test
  void aSiteWithItsDefaultsPassesTheChecks() {
    assertThat(Checks.run(site().build(), true))
        .extracting(CheckMessage::id)
        .noneMatch(id -> id.startsWith("storage."));
  }
}
