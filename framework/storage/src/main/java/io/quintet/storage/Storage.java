package io.quintet.storage;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;

/**
 * A place where files are kept under names. Names are relative, with {@code /} between elements,
 * and are checked by {@link FileNames#check}; every method throws {@link UnsafeNameException} for a
 * name that is not.
 *
 * <p>An implementation is safe for use by many threads, keeps no partly written file visible, and
 * never overwrites: a name that is taken gets an alternative.
 */
public interface Storage {
  /**
   * The alias this storage is known by in its site.
   *
   * @return such as {@code default}
   */
  String alias();

  /**
   * Saves a file under a new name.
   *
   * @param name the wished name: folders are kept, the last element is made safe, and if it is
   *     taken an alternative is found
   * @param content the content, read to its end; not closed
   * @return the file under the name it got
   * @throws StorageException if it cannot be read or written; nothing is left behind then
   */
  StoredFile save(String name, InputStream content);

  /**
   * Saves an upload under a new name.
   *
   * @param name the wished name
   * @param upload the upload; it stays readable
   * @return the file under the name it got
   * @throws StorageException if it cannot be read or written; nothing is left behind then
   */
  default StoredFile save(String name, UploadedFile upload) {
    try (InputStream in = upload.open()) {
      return save(name, in);
    } catch (IOException e) {
      throw new StorageException(
          "The upload \"" + FileNames.printable(upload.name()) + "\" could not be read", e);
    }
  }

  /**
   * Opens a file.
   *
   * @param name its name
   * @return a stream that the caller closes
   * @throws MissingFileException if it is not there
   */
  InputStream open(String name);

  /**
   * Opens a file somewhere in its middle.
   *
   * @param name its name
   * @param position bytes to leave out, at most its size
   * @return a stream of the rest, that the caller closes
   * @throws MissingFileException if it is not there
   * @throws IOException if it has fewer bytes or cannot be read
   */
  default InputStream open(String name, long position) throws IOException {
    InputStream in = open(name);
    try {
      in.skipNBytes(position);
      return in;
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }

  /**
   * Deletes a file.
   *
   * @param name its name
   * @return whether it was there
   */
  boolean delete(String name);

  /**
   * Tells whether a file is there.
   *
   * @param name its name
   * @return true if it can be opened
   */
  boolean exists(String name);

  /**
   * The size of a file.
   *
   * @param name its name
   * @return bytes
   * @throws MissingFileException if it is not there
   */
  long size(String name);

  /**
   * When a file was written.
   *
   * @param name its name
   * @return the moment
   * @throws MissingFileException if it is not there
   */
  Instant modified(String name);

  /**
   * The address under which browsers get a file.
   *
   * @param name its name; it need not exist
   * @return a path such as {@code /media/covers/sea.png}, or a full URL; percent-encoded
   * @throws PrivateFileException if the files of this storage are private; use {@link
   *     Storages#signedUrl} then
   */
  String url(String name);

  /**
   * Tells whether everyone may fetch the files.
   *
   * @return true if {@link #url} gives addresses
   */
  boolean isPublic();

  /**
   * The names in a folder, sorted, without those in folders below it.
   *
   * @param folder the folder; empty for the root
   * @return full names of files, and of folders with a slash at the end; empty if there is no such
   *     folder
   */
  List<String> list(String folder);
}
