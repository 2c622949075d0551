package io.quintet.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every storage does. */
public abstract class StorageContract {
  protected abstract Storage publicFiles();

  protected abstract Storage privateFiles();

  protected static InputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(UTF_8));
  }

  protected static String read(Storage storage, String name) throws IOException {
    try (InputStream in = storage.open(name)) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }

  @Test
  void aSavedFileIsReadBack() throws IOException {
    Storage storage = publicFiles();

    StoredFile file = storage.save("notes/today.txt", bytes("hello"));

    assertThat(file).isEqualTo(new StoredFile(storage.alias(), "notes/today.txt"));
    assertThat(read(storage, file.name())).isEqualTo("hello");
    assertThat(storage.exists(file.name())).isTrue();
    assertThat(storage.size(file.name())).isEqualTo(5);
    assertThat(storage.modified(file.name())).isNotNull();
  }

  @Test
  void anUploadIsSavedAndStaysReadable() throws IOException {
    UploadedFile upload = UploadedFile.of("C:\\My Notes.txt", "text/plain", "hello");

    StoredFile file = publicFiles().save("in/" + upload.name(), upload);

    assertThat(file.name()).isEqualTo("in/My_Notes.txt");
    assertThat(upload.open().readAllBytes()).hasSize(5);
  }

  @Test
  void aTakenNameIsNeverOverwritten() throws IOException {
    Storage storage = publicFiles();
    StoredFile first = storage.save("a.txt", bytes("1"));
    StoredFile second = storage.save("a.txt", bytes("2"));

    assertThat(second.name()).matches("a_\\w{7}\\.txt");
    assertThat(read(storage, first.name())).isEqualTo("1");
    assertThat(read(storage, second.name())).isEqualTo("2");
  }

  @Test
  public void manyAtOnceEachGetANameOfTheirOwn() throws Exception {
    Storage storage = publicFiles();
    Set<String> names = ConcurrentHashMap.newKeySet();
    Set<Thread> threads = new HashSet<>();
    for (int i = 0; i < 20; i++) {
      threads.add(
          Thread.startVirtualThread(() -> names.add(storage.save("race.txt", bytes("x")).name())));
    }
    for (Thread thread : threads) {
      thread.join();
    }

    assertThat(names).hasSize(20);
    assertThat(storage.list("")).hasSize(20);
  }

  @Test
  void deletingTellsWhetherTheFileWasThere() {
    Storage storage = publicFiles();
    storage.save("a.txt", bytes("1"));

    assertThat(storage.delete("a.txt")).isTrue();
    assertThat(storage.delete("a.txt")).isFalse();
    assertThat(storage.exists("a.txt")).isFalse();
  }

  @Test
  void foldersAreListedWithASlash() {
    Storage storage = publicFiles();
    storage.save("b/c/deep.txt", bytes("1"));
    storage.save("b/file.txt", bytes("1"));
    storage.save("top.txt", bytes("1"));

    assertThat(storage.list("")).containsExactly("b/", "top.txt");
    assertThat(storage.list("b")).containsExactly("b/c/", "b/file.txt");
    assertThat(storage.list("nowhere")).isEmpty();
  }

  @Test
  void publicAddressesArePercentEncoded() {
    assertThat(publicFiles().url("a b/größe?.txt"))
        .isEqualTo("/media/a%20b/gr%C3%B6%C3%9Fe%3F.txt");
  }

  @Test
  void privateFilesHaveNoAddress() {
    assertThat(privateFiles().isPublic()).isFalse();
    assertThatThrownBy(() -> privateFiles().url("a.txt"))
        .isInstanceOf(StorageException.class)
        .hasMessage(
            "The files of storage \"private\" are private, so \"a.txt\" has no public address; make one that expires with Storages.signedUrl(file, duration)");
  }

  @Test
  void aFileIsOpenedInItsMiddle() throws IOException {
    Storage storage = publicFiles();
    storage.save("a.txt", bytes("hello"));

    try (InputStream in = storage.open("a.txt", 3)) {
      assertThat(in.readAllBytes()).asString(UTF_8).isEqualTo("lo");
    }
    try (InputStream in = storage.open("a.txt", 5)) {
      assertThat(in.readAllBytes()).isEmpty();
    }
    assertThatThrownBy(() -> storage.open("gone.txt", 1)).isInstanceOf(MissingFileException.class);
  }

  @Test
  void aMissingFileIsNamed() {
    assertThatThrownBy(() -> publicFiles().open("gone.txt"))
        .isInstanceOf(MissingFileException.class)
        .hasMessageStartingWith("Storage \"default\" holds no file \"gone.txt\"");
    assertThatThrownBy(() -> publicFiles().size("gone.txt"))
        .isInstanceOf(MissingFileException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"../x", "/etc/passwd", "a/../../x", "a\\b", "", ".."})
  void noMethodFollowsANameThatLeavesTheStorage(String name) {
    Storage storage = publicFiles();

    assertThatThrownBy(() -> storage.open(name)).isInstanceOf(UnsafeNameException.class);
    assertThatThrownBy(() -> storage.exists(name)).isInstanceOf(UnsafeNameException.class);
    assertThatThrownBy(() -> storage.delete(name)).isInstanceOf(UnsafeNameException.class);
    assertThatThrownBy(() -> storage.url(name)).isInstanceOf(UnsafeNameException.class);
    assertThatThrownBy(() -> storage.save(name + "/f.txt", bytes("x")))
        .isInstanceOf(UnsafeNameException.class);
  }

  @Test
  void aBrokenSourceLeavesNothingBehind() {
    Storage storage = publicFiles();
    InputStream broken =
        new InputStream() {
          private int left = 100_000;

          @Override
          public int read() throws IOException {
            if (left-- > 0) {
              return 'x';
            }
            throw new IOException("connection lost");
          }
        };

    assertThatThrownBy(() -> storage.save("half.txt", broken))
        .isInstanceOf(StorageException.class)
        .hasRootCauseMessage("connection lost");
    assertThat(storage.list("")).isEmpty();
  }
}
