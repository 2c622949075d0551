package io.quintet.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UploadedFileTest {
  @TempDir private Path folder;
  private Path temporary;
  private UploadedFile inMemory;
  private UploadedFile onDisk;

  @BeforeEach
  void receiveUploads() throws IOException {
    temporary = Files.writeString(folder.resolve("upload.tmp"), "%PDF-1.7");
    inMemory = UploadedFile.of("../a.pdf", "application/pdf", "%PDF-1.7");
    onDisk = UploadedFile.ofTempFile("b.pdf", "text/plain", temporary);
  }

  @Test
  void nameTypeAndSizeAreWhatTheClientSent() {
    assertThat(inMemory.name()).isEqualTo("a.pdf");
    assertThat(onDisk.contentType()).isEqualTo("text/plain");
    assertThat(onDisk.size()).isEqualTo(8);
  }

  @Test
  void theContentTellsItsOwnType() throws IOException {
    assertThat(inMemory.sniffedType()).contains("application/pdf");
    assertThat(onDisk.sniffedType()).contains("application/pdf");
  }

  @Test
  void movingEndsTheUpload() throws IOException {
    for (UploadedFile upload : new UploadedFile[] {inMemory, onDisk}) {
      Path target = folder.resolve(upload.name());

      upload.moveTo(target);
      upload.close();

      assertThat(target).hasContent("%PDF-1.7");
      assertThatThrownBy(upload::open)
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("The upload \"" + upload.name() + "\" was moved or closed; read it before");
    }
    assertThat(temporary).doesNotExist();
  }

  @Test
  void closingDeletesTheTemporaryFile() {
    onDisk.close();
    onDisk.close();

    assertThat(temporary).doesNotExist();
    assertThatThrownBy(onDisk::open).isInstanceOf(IllegalStateException.class);
  }
}
