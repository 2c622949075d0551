package io.quintet.cache;

import io.quintet.core.App;
import io.quintet.core.AppConfig;

/** Installs the caches: their settings and checks. */
public final class CacheApp implements App {
  /** The app. */
  public CacheApp() {}

  @Override
  public String label() {
    return "cache";
  }

  @Override
  public void configure(AppConfig config) {
    config
        .settings(
            CacheSettings.BACKEND,
            CacheSettings.URL,
            CacheSettings.PREFIX,
            CacheSettings.TIME_TO_LIVE,
            CacheSettings.MAX_ENTRIES,
            CacheSettings.FOLDER)
        .checks(new CacheChecks());
  }
}
