package io.quintet.orm.internal.schema;

import io.quintet.orm.migrations.MigrationId;
import io.quintet.orm.migrations.Operation;
import java.util.List;

/**
 * A migration that is yet to be written.
 *
 * @param id app and name
 * @param dependencies what must be applied before it
 * @param operations in order
 */
public record PlannedMigration(
    MigrationId id, List<MigrationId> dependencies, List<Operation> operations) {
  /** Copies the lists. */
  public PlannedMigration {
    dependencies = List.copyOf(dependencies);
    operations = List.copyOf(operations);
  }
}
