package io.quintet.orm.internal.schema.workshop.migrations;

import io.quintet.orm.migrations.Migration;

/** Create model Maker. */
public final class M0001_initial extends Migration {
  public M0001_initial() {
    super("workshop", "0001_initial");
    operations(
        createModel("Maker")
            .fields(id(), varchar("name", 100), varchar("slug", 50).unique())
            .ordering("name"));
  }
}
