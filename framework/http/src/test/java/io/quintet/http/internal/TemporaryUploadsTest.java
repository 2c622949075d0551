package io.quintet.http.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemporaryUploadsTest {
  private static final Instant NOW = Instant.parse("2026-03-15T12:00:00Z");

  @TempDir Path folder;

  private Path file(String name, Duration age) throws IOException {
    Path file = Files.writeString(folder.resolve(name), "x");
    Files.setLastModifiedTime(file, FileTime.from(NOW.minus(age)));
    return file;
  }

  @Test
  void whatAKilledProcessLeftBehindIsSweptAndNothingElse() throws IOException {
    Path old = file("quintet-upload-1.part", Duration.ofDays(1));
    Path inUse = file("quintet-upload-2.part", Duration.ofHours(23));
    Path another = file("another-1.part", Duration.ofDays(9));
    Path target = file("target", Duration.ofDays(9));
    Path link = Files.createSymbolicLink(folder.resolve("quintet-upload-3.part"), target);
    assertThat(TemporaryUploads.sweep(folder, NOW)).isEqualTo(1);
    assertThat(old).doesNotExist();
    assertThat(inUse).exists();
    assertThat(another).exists();
    assertThat(target).exists();
    assertThat(link).exists();
  }

  @Test
  void eachHasANameOfItsOwnAndIsReadableByItsUserOnly() throws IOException {
    Path one = TemporaryUploads.create();
    Path other = TemporaryUploads.create();
    try {
      assertThat(one).isNotEqualTo(other);
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(one)))
          .isEqualTo("rw-------");
    } finally {
      Files.delete(one);
      Files.delete(other);
    }
  }
}
