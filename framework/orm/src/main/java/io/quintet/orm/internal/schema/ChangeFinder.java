package io.quintet.orm.internal.schema;

import io.quintet.orm.migrations.ModelName;
import io.quintet.orm.migrations.ModelState;
import io.quintet.orm.migrations.Operation;
import io.quintet.orm.migrations.ProjectState;
import io.quintet.orm.migrations.Questioner;
import java.util.Collection;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** From two states to the migrations that lead from one to the other. */
public final class ChangeFinder {
  private ChangeFinder() {}

  /**
   * The migrations that make the history catch up with the models.
   *
   * @param graph the history
   * @param to the state of the models
   * @param newValues what a new entity has in a field, or null
   * @param name what the new migrations are called after their number, or null for what they do
   */
  public static List<PlannedMigration> find(
      MigrationGraph graph,
      ProjectState to,
      Questioner questioner,
      BiFunction<ModelName, String, @Nullable Object> newValues,
      @Nullable String name) {
    ProjectState from = graph.state(_ -> true);
    return Arranger.arrange(
        Autodetector.changes(from, to, questioner, newValues::apply), graph, name);
  }

  /** The operations that make these models from nothing, and the app of each. */
  public static void create(
      Collection<ModelState> models, java.util.function.BiConsumer<String, Operation> each) {
    CreationOrder.of(List.copyOf(models))
        .forEach(draft -> each.accept(draft.app(), draft.operation()));
  }
}
