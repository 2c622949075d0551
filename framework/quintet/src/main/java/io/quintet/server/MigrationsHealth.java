package io.quintet.server;

import io.quintet.core.SiteContext;
import io.quintet.http.HealthCheck;
import io.quintet.orm.migrations.MigrationException;
import io.quintet.orm.migrations.MigrationId;
import io.quintet.orm.migrations.Migrator;
import java.util.List;

/**
 * Ready when no migration is waiting. Once none is, this process does not ask again: the migrations
 * that it brings do not grow while it runs.
 */
final class MigrationsHealth implements HealthCheck {
  private volatile boolean upToDate;

  @Override
  public String name() {
    return "migrations";
  }

  @Override
  public void check(SiteContext site) {
    if (upToDate) {
      return;
    }
    List<MigrationId> waiting = Migrator.of(site).pending();
    if (!waiting.isEmpty()) {
      throw new MigrationException(describe(waiting));
    }
    upToDate = true;
  }

  /** One line for the operator. */
  static String describe(List<MigrationId> waiting) {
    return (waiting.size() == 1
            ? "A migration is waiting: "
            : waiting.size() + " migrations are waiting, the first is ")
        + waiting.getFirst()
        + ". Run 'migrate'.";
  }
}
