package io.quintet.orm.internal.schema.attic.migrations;

import io.quintet.orm.migrations.Migration;

/** Longer than it need be. */
public final class M0001_initial extends Migration {
  public M0001_initial() {
    super("attic", "0001_initial");
    operations(
        createModel("Box").fields(id(), varchar("name", 100)),
        addField("Box", integer("size")).existingRows(0),
        renameField("Box", "name", "label"),
        createModel("Lid").fields(id()),
        deleteModel("Lid"));
  }
}
