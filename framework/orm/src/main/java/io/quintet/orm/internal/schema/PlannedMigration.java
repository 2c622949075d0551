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
 * @param losses what it loses of the rows for good, in words
 */
public record PlannedMigration(
    MigrationId id,
    List<MigrationId> dependencies,
    List<Operation> operations,
    List<MigrationId> replaced,
    List<String> losses) {
  /** One that replaces none. */
  public PlannedMigration(
      MigrationId id, List<MigrationId> dependencies, List<Operation> operations) {
    this(id, dependencies, operations, List.of());
  }

  /** One that loses nothing. */
  public PlannedMigration(
      MigrationId id,
      List<MigrationId> dependencies,
      List<Operation> operations,
      List<MigrationId> replaced) {
    this(id, dependencies, operations, replaced, List.of());
  }

  /** Copies the lists. */
  public PlannedMigration {
    losses = List.copyOf(losses);
    replaced = List.copyOf(replaced);
    dependencies = List.copyOf(dependencies);
    operations = List.copyOf(operations);
  }
}
