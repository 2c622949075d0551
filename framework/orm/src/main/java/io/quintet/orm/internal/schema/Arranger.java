package io.quintet.orm.internal.schema;

import io.quintet.orm.migrations.MigrationException;
import io.quintet.orm.migrations.MigrationId;
import io.quintet.orm.migrations.ModelOperation;
import io.quintet.orm.migrations.ModelTransfer;
import io.quintet.orm.migrations.Operation;
import io.quintet.orm.migrations.ProjectState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Puts detected operations into migrations: one for each app, more where apps need each other in a
 * circle.
 *
 * <p>In rounds, each app whose operations can all be applied gets its migration. Only when no app
 * is whole, the first that can do something is cut.
 */
public final class Arranger {
  private final MigrationGraph graph;
  private final @Nullable String name;
  private final Map<String, List<Draft>> waiting;
  private final Map<String, List<MigrationId>> made = new LinkedHashMap<>();
  private final List<PlannedMigration> planned = new ArrayList<>();
  private ProjectState state;

  private Arranger(Map<String, List<Draft>> drafts, MigrationGraph graph, @Nullable String name) {
    this.graph = graph;
    this.name = name;
    this.state = graph.state(_ -> true);
    this.waiting = new LinkedHashMap<>();
    drafts.forEach((app, list) -> waiting.put(app, new ArrayList<>(list)));
  }

  /**
   * The migrations in an order in which they can be applied.
   *
   * @param name what the new migrations are called after their number, or null for what they do
   */
  static List<PlannedMigration> arrange(
      Drafts drafts, MigrationGraph graph, @Nullable String name) {
    Arranger arranger = new Arranger(drafts.sorted(), graph, name);
    arranger.run();
    return arranger.planned;
  }

  /**
   * Those migrations that belong to an app, those of other apps that they need, and those that note
   * that a model has come to the app.
   */
  public static List<PlannedMigration> onlyFor(String app, List<PlannedMigration> all) {
    Set<MigrationId> wanted = new LinkedHashSet<>();
    for (PlannedMigration migration : all.reversed()) {
      if (migration.id().app().equals(app)
          || wanted.contains(migration.id())
          || migration.operations().stream().anyMatch(operation -> cameTo(app, operation))) {
        wanted.add(migration.id());
        wanted.addAll(migration.dependencies());
      }
    }
    return all.stream().filter(migration -> wanted.contains(migration.id())).toList();
  }

  private static boolean cameTo(String app, Operation operation) {
    return operation instanceof ModelTransfer.ModelMoved moved && moved.to().app().equals(app);
  }

  static MigrationException circle(Collection<String> apps, Collection<Draft> drafts) {
    return new MigrationException(
        "The changes of %s need each other in a circle that cannot be cut: %s. Make part of the change, run makemigrations, then make the rest."
            .formatted(
                String.join(", ", apps),
                drafts.stream().map(Draft::toString).collect(Collectors.joining("; "))));
  }

  private void run() {
    boolean cutting = false;
    while (!waiting.isEmpty()) {
      int before = left();
      for (String app : List.copyOf(waiting.keySet())) {
        if (migrate(app, cutting)) {
          cutting = false;
        }
      }
      if (left() == before) {
        if (cutting) {
          throw circle(waiting.keySet(), waiting.values().stream().flatMap(List::stream).toList());
        }
        cutting = true;
      }
    }
  }

  private int left() {
    return waiting.values().stream().mapToInt(List::size).sum();
  }

  /** Makes a migration of what can be applied, if that is all or cutting is allowed. */
  private boolean migrate(String app, boolean cutting) {
    List<Draft> drafts = waiting.getOrDefault(app, List.of());
    Set<MigrationId> needed = new LinkedHashSet<>();
    int ready = 0;
    for (Draft draft : drafts) {
      Optional<Set<MigrationId>> dependencies = dependencies(app, draft, cutting);
      if (dependencies.isEmpty()) {
        break;
      }
      needed.addAll(dependencies.get());
      ready++;
    }
    if (ready == 0 || (ready < drafts.size() && !cutting)) {
      return false;
    }
    List<Draft> chunk = List.copyOf(drafts.subList(0, ready));
    drafts.subList(0, ready).clear();
    if (drafts.isEmpty()) {
      waiting.remove(app);
    }
    emit(app, chunk, needed);
    return true;
  }

  /**
   * The migrations of other apps that an operation needs; empty when they do not exist yet. What no
   * waiting operation does is taken as done by the last migration there is.
   */
  private Optional<Set<MigrationId>> dependencies(String app, Draft draft, boolean cutting) {
    Set<MigrationId> needed = new LinkedHashSet<>();
    boolean satisfied = true;
    for (Need need : draft.needs()) {
      String other = need.model().app();
      if (other.equals(app)) {
        continue;
      }
      if (waiting.getOrDefault(other, List.of()).stream()
          .anyMatch(waits -> need.isMetBy(waits.operation()) || isRename(waits, need))) {
        return Optional.empty();
      }
      if (made.containsKey(other)) {
        needed.add(made.get(other).getLast());
      } else if (cutting) {
        graph.last(other).ifPresent(needed::add);
      } else {
        satisfied = false;
      }
    }
    return satisfied ? Optional.of(needed) : Optional.empty();
  }

  /** What another app calls by its new name must have that name. */
  private static boolean isRename(Draft draft, Need need) {
    return need.kind() == Need.Kind.CREATED
        && draft.operation() instanceof ModelOperation.RenameModel rename
        && need.model().model().equalsIgnoreCase(rename.to());
  }

  /**
   * The operations in their order, but for those that cannot be applied yet: these wait for what
   * makes them possible. Usually nothing waits.
   */
  private List<Operation> applicable(String app, List<Draft> chunk) {
    List<Operation> inOrder = new ArrayList<>();
    List<Operation> held = new ArrayList<>();
    for (Draft draft : chunk) {
      held.add(draft.operation());
      boolean moved = true;
      while (moved) {
        moved = held.removeIf(operation -> isDone(app, operation, inOrder));
      }
    }
    inOrder.addAll(held);
    return inOrder;
  }

  private boolean isDone(String app, Operation operation, List<Operation> inOrder) {
    if (!Applicable.isApplicable(operation, app, state)) {
      return false;
    }
    state = operation.apply(app, state);
    inOrder.add(operation);
    return true;
  }

  private void emit(String app, List<Draft> chunk, Set<MigrationId> needed) {
    ProjectState before = state;
    List<Operation> operations = Optimizer.optimize(applicable(app, chunk), app);
    List<MigrationId> own = made.computeIfAbsent(app, _ -> new ArrayList<>());
    List<String> used = new ArrayList<>(graph.names(app));
    boolean initial = used.isEmpty();
    own.forEach(id -> used.add(id.name()));
    String text = name != null ? name : initial ? "initial" : MigrationNames.summary(operations);
    MigrationId id = new MigrationId(app, MigrationNames.nextNumber(used) + "_" + text);
    Set<MigrationId> dependencies = new LinkedHashSet<>();
    if (own.isEmpty()) {
      graph.last(app).ifPresent(dependencies::add);
    } else {
      dependencies.add(own.getLast());
    }
    dependencies.addAll(needed);
    own.add(id);
    planned.add(
        new PlannedMigration(
            id,
            List.copyOf(dependencies),
            operations,
            List.of(),
            Losses.forward(app, operations, before)));
  }
}
