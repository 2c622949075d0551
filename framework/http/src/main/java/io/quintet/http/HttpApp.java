package io.quintet.http;

import io.quintet.core.App;
import io.quintet.core.AppConfig;
import io.quintet.core.settings.Setting;
import io.quintet.http.spi.ServerConfig;

/**
 * The room app of HTTP: its settings, middleware, checks and commands. Every site that answers
 * requests has it.
 */
public final class HttpApp implements App {
  @Override
  public String label() {
    return "http";
  }

  @Override
  public String verboseName() {
    return "HTTP";
  }

  @Override
  public void configure(AppConfig config) {
    config.settings(HttpSettings.ALL.toArray(Setting[]::new));
    config.settings(ServerConfig.SETTINGS.toArray(Setting[]::new));
  }
}
