package io.quintet.http.sessions;

import io.quintet.core.App;
import io.quintet.core.AppConfig;

/** Sessions in the database: the table, its migration and the command {@code clearsessions}. */
public final class SessionsApp implements App {
  @Override
  public String label() {
    return "sessions";
  }

  @Override
  public void configure(AppConfig config) {
    config
        .add(
            Sessions.STORES,
            new Sessions.Provided(SessionSettings.Store.DATABASE, DatabaseStore::new))
        .commands(new ClearSessionsCommand());
  }
}
