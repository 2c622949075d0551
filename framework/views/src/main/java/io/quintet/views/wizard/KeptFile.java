package io.quintet.views.wizard;

import io.quintet.storage.Storages;
import io.quintet.storage.StoredFile;
import io.quintet.storage.UploadedFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An uploaded file between two steps: it lies among the private files of the site, under a name
 * that nobody can guess.
 *
 * @param name the name that the visitor's file had
 * @param contentType what the browser claimed
 * @param stored where it lies
 */
record KeptFile(String name, String contentType, StoredFile stored) {
  static final String FOLDER = "wizard";

  static KeptFile keep(UploadedFile upload) {
    StoredFile stored =
        Storages.current().privateFiles().save(FOLDER + "/" + UUID.randomUUID(), upload);
    return new KeptFile(upload.name(), upload.contentType(), stored);
  }

  /** The upload again, in a temporary file; null if it is gone. */
  @Nullable UploadedFile upload() {
    if (!stored.exists()) {
      return null;
    }
    try (InputStream in = stored.open()) {
      Path file = Files.createTempFile("quintet-wizard-", ".upload");
      Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
      return UploadedFile.ofTempFile(name, contentType, file);
    } catch (IOException e) {
      throw new UncheckedIOException("The file kept for a wizard cannot be read: " + stored, e);
    }
  }

  void discard() {
    stored.delete();
  }

  List<String> written() {
    return List.of(name, contentType, stored.storage(), stored.name());
  }

  static KeptFile read(List<?> written) {
    return new KeptFile(
        written.get(0).toString(),
        written.get(1).toString(),
        new StoredFile(written.get(2).toString(), written.get(3).toString()));
  }
}
