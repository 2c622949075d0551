package io.quintet.orm.internal.schema;

import io.quintet.orm.migrations.ColumnState;
import io.quintet.orm.migrations.FieldOperation;
import io.quintet.orm.migrations.Migration;
import io.quintet.orm.migrations.MigrationException;
import io.quintet.orm.migrations.ModelName;
import io.quintet.orm.migrations.ModelOperation;
import io.quintet.orm.migrations.ModelState;
import io.quintet.orm.migrations.ModelTransfer;
import io.quintet.orm.migrations.Operation;
import io.quintet.orm.migrations.ProjectState;
import java.util.ArrayList;
import java.util.List;

/** The tables of an app's first migration, which another program may have made. */
final class InitialTables {
  private InitialTables() {}

  /**
   * Whether all tables and columns exist that a migration would make. Throws {@link
   * MigrationException} when only some of them do.
   */
  static boolean exist(Migration migration, Catalogue catalogue) {
    List<ModelState> models = models(migration);
    if (models.isEmpty()) {
      return false;
    }
    List<String> missing = new ArrayList<>();
    int present = 0;
    for (ModelState model : models) {
      Catalogue.Table table = catalogue.table(model.table()).orElse(null);
      if (table == null) {
        missing.add(model.table());
        continue;
      }
      present++;
      for (ColumnState column : model.tableColumns()) {
        if (table.column(column.column()).isEmpty() && !isKeyOfPairs(model, column)) {
          missing.add(model.table() + "." + column.column());
        }
      }
    }
    if (present > 0 && !missing.isEmpty()) {
      throw new MigrationException(
          "--fake-initial: some tables of %s exist, but these are missing: %s. Make them or drop the others; nothing was recorded."
              .formatted(migration.migrationId(), String.join(", ", missing)));
    }
    return missing.isEmpty();
  }

  /** Throws {@link MigrationException} when a table is there that a migration would make. */
  static void requireMissing(Migration migration, Catalogue catalogue) {
    List<String> there =
        models(migration).stream()
            .map(ModelState::table)
            .filter(table -> catalogue.table(table).isPresent())
            .toList();
    if (!there.isEmpty()) {
      throw new MigrationException(
          "%s would make tables that exist already: %s. If another program made them, './manage migrate --fake-initial' takes them over as they are. Nothing was changed."
              .formatted(migration.migrationId(), String.join(", ", there)));
    }
  }

  /** Other programs have tables of pairs whose two columns are the key. */
  private static boolean isKeyOfPairs(ModelState model, ColumnState column) {
    return column.isPrimaryKey() && JoinTables.isOne(model);
  }

  /** What of the tables is not as the migration would make them, a sentence each. */
  static List<String> differences(
      Vendor vendor, Migration migration, ProjectState others, Catalogue catalogue) {
    List<ModelState> models = models(migration);
    ProjectState state = others;
    for (ModelState model : models) {
      if (!JoinTables.isOne(model)) {
        state = state.with(model);
      }
    }
    List<String> found = new ArrayList<>();
    for (ModelState model : models) {
      Catalogue.Table table = catalogue.table(model.table()).orElse(null);
      if (table != null) {
        found.addAll(new TableDifferences(vendor, state, model, table).all());
      }
    }
    return found;
  }

  /** Whether a migration is the first of its app. */
  static boolean isInitial(Migration migration) {
    String app = migration.migrationId().app();
    return migration.dependencies().stream().noneMatch(needed -> needed.app().equals(app));
  }

  /** None when tables change hands, which is more than that some exist. */
  private static List<ModelState> models(Migration migration) {
    String app = migration.migrationId().app();
    if (migration.operations().stream().anyMatch(ModelTransfer.class::isInstance)) {
      return List.of();
    }
    if (!isInitial(migration)) {
      return List.of();
    }
    ProjectState state = ProjectState.EMPTY;
    for (Operation operation : migration.operations()) {
      boolean understood =
          operation instanceof ModelOperation.CreateModel
              || (operation instanceof FieldOperation.AddField add
                  && state.find(new ModelName(app, add.model())).isPresent());
      if (understood) {
        state = operation.apply(app, state);
      }
    }
    List<ModelState> tables = new ArrayList<>();
    for (ModelState model : state.models()) {
      if (model.options().hasTable()) {
        tables.add(model);
        tables.addAll(JoinTables.of(model));
      }
    }
    return tables;
  }
}
