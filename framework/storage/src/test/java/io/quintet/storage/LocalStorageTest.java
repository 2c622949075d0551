package io.quintet.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalStorageTest extends StorageContract {
  @TempDir private Path folder;
  private LocalStorage publicFiles;
  private LocalStorage privateFiles;

  @BeforeEach
  void openStorages() {
    publicFiles = LocalStorage.publicFiles("default", folder.resolve("media"), "/media/");
    privateFiles = LocalStorage.privateFiles("private", folder.resolve("private"));
  }

  @Override
  protected Storage publicFiles() {
    return publicFiles;
  }

  @Override
  protected Storage privateFiles() {
    return privateFiles;
  }

  @Test
  void noTemporaryFileIsLeftBehind() throws IOException {
    publicFiles.save("a.txt", bytes("1"));

    try (var files = Files.list(folder.resolve("media"))) {
      assertThat(files).containsExactly(folder.resolve("media/a.txt"));
    }
  }

  @Test
  void onlyPublicFilesCanBeReadByOtherUsers() throws IOException {
    publicFiles.save("a.txt", bytes("1"));
    privateFiles.save("in/a.txt", bytes("1"));

    assertThat(rights("media/a.txt")).isEqualTo("rw-r--r--");
    assertThat(rights("private/in/a.txt")).isEqualTo("rw-------");
    assertThat(rights("private")).isEqualTo("rwx------");
  }

  private String rights(String name) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name)));
  }

  @Test
  void aSiblingFolderWithTheSamePrefixIsOutside() throws IOException {
    Files.createDirectories(folder.resolve("media"));
    Files.createDirectories(folder.resolve("media_private"));
    Files.writeString(folder.resolve("media_private/s.txt"), "secret");
    Files.createSymbolicLink(folder.resolve("media/link"), folder.resolve("media_private"));

    assertThatThrownBy(() -> publicFiles.open("link/s.txt"))
        .isInstanceOf(UnsafeNameException.class)
        .hasMessage(
            "Unsafe file name \"link/s.txt\": a symbolic link on its way leads out of the storage");
    assertThatThrownBy(() -> publicFiles.delete("link/s.txt"))
        .isInstanceOf(UnsafeNameException.class);
    assertThatThrownBy(() -> publicFiles.save("link/new.txt", bytes("x")))
        .isInstanceOf(UnsafeNameException.class);
    assertThatThrownBy(() -> publicFiles.save("link/deep/new.txt", bytes("x")))
        .isInstanceOf(UnsafeNameException.class);
    assertThatThrownBy(() -> publicFiles.list("link")).isInstanceOf(UnsafeNameException.class);
    assertThat(folder.resolve("media_private/deep")).doesNotExist();
  }

  @Test
  void aFolderIsNoFile() {
    publicFiles.save("in/a.txt", bytes("1"));

    assertThat(publicFiles.exists("in")).isFalse();
    assertThat(publicFiles.delete("in")).isFalse();
    assertThatThrownBy(() -> publicFiles.open("in")).isInstanceOf(MissingFileException.class);
  }

  @Test
  void aFileInTheWayOfAFolderIsReported() {
    publicFiles.save("in", bytes("1"));

    assertThatThrownBy(() -> publicFiles.save("in/a.txt", bytes("1")))
        .isInstanceOf(StorageException.class)
        .hasMessageStartingWith("Storage \"default\" could not save \"in/a.txt\"");
  }
}
