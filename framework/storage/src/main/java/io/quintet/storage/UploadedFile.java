package io.quintet.storage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A file that came with a request. It belongs to the request: at its end the content is gone,
 * unless it was {@linkplain Storage#save(String, UploadedFile) saved} or moved.
 *
 * <p>Name and content type are what the client claims. Use {@link #sniffedType()} to see what the
 * content is.
 */
public sealed interface UploadedFile extends AutoCloseable permits MemoryUpload, TempFileUpload {
  /**
   * An upload held in memory.
   *
   * @param name the file name as sent; folders in it are dropped
   * @param contentType the content type as sent
   * @param content the bytes; copied
   * @return the upload
   */
  static UploadedFile of(String name, String contentType, byte[] content) {
    return new MemoryUpload(FileNames.base(name), contentType, content.clone());
  }

  /**
   * An upload of text in UTF-8, handy in tests.
   *
   * @param name the file name as sent; folders in it are dropped
   * @param contentType the content type as sent
   * @param content the text
   * @return the upload
   */
  static UploadedFile of(String name, String contentType, String content) {
    return new MemoryUpload(
        FileNames.base(name), contentType, content.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * An upload kept in a temporary file, which this upload owns from now on and deletes when closed.
   *
   * @param name the file name as sent; folders in it are dropped
   * @param contentType the content type as sent
   * @param file the temporary file, completely written
   * @return the upload
   * @throws IOException if the file's size cannot be read
   */
  static UploadedFile ofTempFile(String name, String contentType, Path file) throws IOException {
    return TempFileUpload.owning(FileNames.base(name), contentType, file);
  }

  /**
   * The file name the client sent, without folders and control characters.
   *
   * @return the name; never empty
   */
  String name();

  /**
   * The content type the client sent: a claim.
   *
   * @return such as {@code image/png}
   */
  String contentType();

  /**
   * The size of the content.
   *
   * @return bytes
   */
  long size();

  /**
   * Opens the content; may be called again and again until the file is moved or closed.
   *
   * @return a stream that the caller closes
   * @throws IOException if the content cannot be read
   * @throws IllegalStateException if it was moved or closed
   */
  InputStream open() throws IOException;

  /**
   * Moves the content to a file of one's own, replacing it. The upload can not be read afterwards.
   *
   * @param target the file to write; its folder must exist
   * @throws IOException if it cannot be written
   * @throws IllegalStateException if it was moved or closed before
   */
  void moveTo(Path target) throws IOException;

  /** Forgets the content and deletes the temporary file; harmless when called twice. */
  @Override
  void close();

  /**
   * The content type that the first bytes show.
   *
   * @return the type, or empty if no signature matches
   * @throws IOException if the content cannot be read
   */
  default Optional<String> sniffedType() throws IOException {
    try (InputStream in = open()) {
      return ContentTypes.sniff(in);
    }
  }
}
