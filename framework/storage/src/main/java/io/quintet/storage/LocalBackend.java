package io.quintet.storage;

import io.quintet.core.SiteContext;

/** Files in the folders that the settings name. */
final class LocalBackend implements StorageBackend {
  static final String NAME = "local";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Storage publicFiles(SiteContext site, String alias) {
    return LocalStorage.publicFiles(
        alias,
        site.baseDir().resolve(site.setting(StorageSettings.MEDIA_ROOT)),
        site.setting(StorageSettings.MEDIA_URL));
  }

  @Override
  public Storage privateFiles(SiteContext site, String alias) {
    return LocalStorage.privateFiles(
        alias, site.baseDir().resolve(site.setting(StorageSettings.PRIVATE_ROOT)));
  }
}
