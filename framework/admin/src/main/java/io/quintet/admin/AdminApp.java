package io.quintet.admin;

import io.quintet.core.App;
import io.quintet.core.AppConfig;

/** The admin, with users and groups registered. */
public final class AdminApp implements App {
  @Override
  public String label() {
    return "admin";
  }

  @Override
  public String verboseName() {
    return "Administration";
  }

  @Override
  public void configure(AppConfig config) {
    config.checks(new AdminChecks());
  }
}
