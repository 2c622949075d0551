package io.quintet.rest;

import io.quintet.core.App;
import io.quintet.core.AppConfig;

/** The REST layer of a site. */
public final class RestApp implements App {
  @Override
  public String label() {
    return "rest";
  }

  @Override
  public String verboseName() {
    return "REST";
  }

  @Override
  public void configure(AppConfig config) {
    config.settings(
        RestSettings.AUTHENTICATION,
        RestSettings.PERMISSIONS,
        RestSettings.THROTTLES,
        RestSettings.THROTTLE_RATES,
        RestSettings.PAGE_SIZE,
        RestSettings.BROWSABLE);
  }
}
