package io.quintet.storage;

import org.jspecify.annotations.Nullable;

/** Addresses of the files of a storage that anybody may read. */
final class PublicUrls {
  private PublicUrls() {}

  /**
   * The address of a file.
   *
   * @throws PrivateFileException if the storage is private: it has no base address
   */
  static String of(String alias, @Nullable String baseUrl, String name) {
    FileNames.check(name);
    if (baseUrl == null) {
      throw new PrivateFileException(alias, name);
    }
    return baseUrl + FileNames.urlPath(name);
  }
}
