package io.quintet.http.sessions.migrations;

import io.quintet.orm.migrations.Migration;

/** Create model StoredSession. */
public final class M0001_initial extends Migration {
  public M0001_initial() {
    super("sessions", "0001_initial");
    operations(
        createModel("StoredSession")
            .fields(
                varchar("sessionKey", 40).primaryKey(),
                text("sessionData"),
                timestamp("expireDate").indexed())
            .table("django_session"));
  }
}
