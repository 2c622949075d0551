package io.quintet.orm;

import io.quintet.core.App;
import io.quintet.core.AppConfig;
import io.quintet.core.signals.Receivers;
import io.quintet.orm.migrations.Migrator;

/**
 * The room of models as an app: its settings, its commands, and signals that wait for the commit.
 */
public final class OrmApp implements App {
  @Override
  public String label() {
    return "orm";
  }

  @Override
  public void configure(AppConfig config) {
    config.settings(
        OrmSettings.DATABASE_URL,
        OrmSettings.DATABASES,
        OrmSettings.REPLICAS,
        OrmSettings.POOL_SIZE,
        OrmSettings.POOL_WAIT,
        OrmSettings.STATEMENT_TIMEOUT);
    Migrator.configure(config);
    config.provide(Receivers.AFTER_COMMIT, site -> Db::onCommit);
  }
}
