package io.quintet.storage;

import java.io.InputStream;
import java.time.Instant;

/**
 * A file that was saved: the alias of its storage and its name there. It is a value, as small as a
 * text, and what a model keeps in its file and image columns; the content is reached through the
 * storages of the current site.
 *
 * @param storage alias of the storage, {@code default} for public files
 * @param name relative name within it, checked by {@link FileNames#check}
 */
public record StoredFile(String storage, String name) {
  /**
   * A file in a storage.
   *
   * @throws UnsafeNameException if the name would leave the storage
   */
  public StoredFile {
    FileNames.check(name);
  }

  /**
   * A file in the default storage.
   *
   * @param name its name
   * @return the file; it need not exist
   * @throws UnsafeNameException if the name would leave the storage
   */
  public static StoredFile of(String name) {
    return new StoredFile(Storages.DEFAULT, name);
  }

  /**
   * The name without its folders.
   *
   * @return such as {@code sea.png}
   */
  public String fileName() {
    return name.substring(name.lastIndexOf('/') + 1);
  }

  /**
   * The content type that the name stands for.
   *
   * @return such as {@code image/png}
   */
  public String contentType() {
    return ContentTypes.byName(name);
  }

  /**
   * The address under which browsers get this file.
   *
   * @return a path or URL, percent-encoded
   * @throws PrivateFileException if the storage is private: use {@link Storages#signedUrl}
   */
  public String url() {
    return home().url(name);
  }

  /**
   * Opens the content.
   *
   * @return a stream that the caller closes
   * @throws MissingFileException if the file is not there
   */
  public InputStream open() {
    return home().open(name);
  }

  /**
   * The size of the content.
   *
   * @return bytes
   * @throws MissingFileException if the file is not there
   */
  public long size() {
    return home().size(name);
  }

  /**
   * When the file was written.
   *
   * @return the moment
   * @throws MissingFileException if the file is not there
   */
  public Instant modified() {
    return home().modified(name);
  }

  /**
   * Tells whether the file is there.
   *
   * @return true if it can be opened
   */
  public boolean exists() {
    return home().exists(name);
  }

  /**
   * Deletes the file.
   *
   * @return whether it was there
   */
  public boolean delete() {
    return home().delete(name);
  }

  private Storage home() {
    return Storages.current().get(storage);
  }

  /** The name, as a template shows it. */
  @Override
  public String toString() {
    return name;
  }
}
