package io.quintet.storage;

import io.quintet.core.SiteContext;

/**
 * A kind of storage that a site may choose for its public and private files, by the setting {@code
 * storage.backend}. An app brings it with {@code config.add(Storages.BACKENDS, ...)}.
 */
public interface StorageBackend {
  /**
   * What {@code storage.backend} calls it.
   *
   * @return such as {@code local} or {@code s3}
   */
  String name();

  /**
   * The storage of the public files.
   *
   * @param site the site, with its settings
   * @param alias the alias it has
   * @return a storage that gives addresses
   */
  Storage publicFiles(SiteContext site, String alias);

  /**
   * The storage of the private files.
   *
   * @param site the site, with its settings
   * @param alias the alias it has
   * @return a storage that gives none
   */
  Storage privateFiles(SiteContext site, String alias);
}
