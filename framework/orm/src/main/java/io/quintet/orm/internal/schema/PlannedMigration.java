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
 * @param replaced the migrations that it stands for
 */
public record PlannedMigration(
    MigrationId id,
    List<MigrationId> dependencies,
    List<Operation> operations,
    List<MigrationId> replaced) {
  /** One that replaces none. */
  public PlannedMigration(
      MigrationId id, List<MigrationId> dependencies, List<Operation> operations) {
    this(id, dependencies, operations, List.of());
  }

  /** Copies the lists. */
  public PlannedMigration {
    replaced = List.copyOf(replaced);
    dependencies = List.copyOf(dependencies);
    operations = List.copyOf(operations);
  }
}
