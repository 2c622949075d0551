package io.quintet.storage;

import org.jspecify.annotations.Nullable;

/** Addresses of the files of a storage that anybody may read. */
final class PublicUrls {
  private PublicUrls() {}

  /**
   * The address of a file.
   *
   * @throws StorageException if the storage is private: it has no base address
   */
  static String of(String alias, @Nullable String baseUrl, String name) {
    FileNames.check(name);
    if (baseUrl == null) {
      throw new StorageException(
          "The files of storage \"%s\" are private, so \"%s\" has no public address; make one that expires with Storages.signedUrl(file, duration)"
              .formatted(alias, name));
    }
    return baseUrl + UrlPaths.encode(name);
  }
}
