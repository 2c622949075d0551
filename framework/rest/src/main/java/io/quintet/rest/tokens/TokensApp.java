package io.quintet.rest.tokens;

import io.quintet.core.App;
import io.quintet.core.AppConfig;

/** Tokens by which programs log in to the API: the table and the command {@code createtoken}. */
public final class TokensApp implements App {
  @Override
  public String label() {
    return "authtoken";
  }

  @Override
  public String verboseName() {
    return "API tokens";
  }

  @Override
  public void configure(AppConfig config) {
    config.commands(new CreateToken());
  }
}
