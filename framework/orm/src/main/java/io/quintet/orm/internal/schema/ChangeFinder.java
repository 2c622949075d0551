package io.quintet.orm.internal.schema;

import io.quintet.orm.migrations.ModelState;
import io.quintet.orm.migrations.Operation;
import io.quintet.orm.migrations.ProjectState;
import io.quintet.orm.migrations.Questioner;
import java.util.Collection;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** From two states to the migrations that lead from one to the other. */
public final class ChangeFinder {
  private ChangeFinder() {}

  /**
   * The migrations that make the history catch up with the models.
   *
   * @param graph the history
   * @param to the state of the models
   * @param newValues what a new entity has in a field
   * @param name what the new migrations are called after their number, or null for what they do
   */
  public static List<PlannedMigration> find(
      MigrationGraph graph,
      ProjectState to,
      Questioner questioner,
      NewValue.Source newValues,
      @Nullable String name) {
    ProjectState from = graph.state(_ -> true);
    return Arranger.arrange(Autodetector.changes(from, to, questioner, newValues), graph, name);
  }

  /** The operations that make these models from nothing, and the app of each. */
  public static void create(Collection<ModelState> models, BiConsumer<String, Operation> each) {
    Arranger.arrange(CreatedModels.of(ProjectState.of(models)), MigrationGraph.of(List.of()), null)
        .forEach(migration ->
            migration
                .operations()
                .forEach(operation -> each.accept(migration.id().app(), operation)));
  }
}
