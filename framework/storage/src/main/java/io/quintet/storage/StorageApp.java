package io.quintet.storage;

import io.quintet.core.App;
import io.quintet.core.AppConfig;

/** Installs the storages: their settings and checks. */
public final class StorageApp implements App {
  /** The app. */
  public StorageApp() {}

  @Override
  public String label() {
    return "storage";
  }

  @Override
  public void configure(AppConfig config) {
    config
        .add(Storages.BACKENDS, new LocalBackend())
        .settings(
            StorageSettings.BACKEND,
            StorageSettings.MEDIA_ROOT,
            StorageSettings.MEDIA_URL,
            StorageSettings.PRIVATE_ROOT,
            StorageSettings.SIGNED_URL)
        .checks(new StorageChecks());
  }
}
