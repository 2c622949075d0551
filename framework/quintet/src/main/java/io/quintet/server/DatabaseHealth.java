package io.quintet.server;

import io.quintet.core.SiteContext;
import io.quintet.http.HealthCheck;
import io.quintet.orm.Db;

/** Ready when the database answers. */
final class DatabaseHealth implements HealthCheck {
  @Override
  public String name() {
    return "database";
  }

  @Override
  public void check(SiteContext site) {
    Db.query("SELECT 1");
  }
}
