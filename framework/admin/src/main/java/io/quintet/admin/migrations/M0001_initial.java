package io.quintet.admin.migrations;

import static io.quintet.orm.annotation.OnDelete.CASCADE;
import static io.quintet.orm.annotation.OnDelete.SET_NULL;

import io.quintet.orm.migrations.Migration;

/** Create model LogEntry. */
public final class M0001_initial extends Migration {
  /** Called by the service loader. */
  public M0001_initial() {
    super("admin", "0001_initial");
    dependsOn("auth", "0001_initial");
    operations(
        createModel("LogEntry")
            .fields(
                auto("id").primaryKey(),
                timestamp("actionTime"),
                foreignKey("user", "auth.User", CASCADE),
                foreignKey("contentType", "auth.ContentType", SET_NULL).nullable(),
                text("objectId").nullable(),
                varchar("objectRepr", 200),
                smallInteger("actionFlag"),
                text("changeMessage"))
            .table("django_admin_log")
            .ordering("-actionTime", "-id"));
  }
}
