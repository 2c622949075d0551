package io.quintet.rest.tokens.migrations;

import io.quintet.orm.annotation.OnDelete;
import io.quintet.orm.migrations.Migration;

/** Create model Token. */
public final class M0001_initial extends Migration {
  public M0001_initial() {
    super("authtoken", "0001_initial");
    dependsOn("auth", "0001_initial");
    operations(
        createModel("Token")
            .fields(
                varchar("key", 40).primaryKey(),
                oneToOne("user", "auth.User", OnDelete.CASCADE),
                timestamp("created"))
            .ordering("-created"));
  }
}
