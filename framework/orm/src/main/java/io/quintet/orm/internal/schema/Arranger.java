package io.quintet.orm.internal.schema;

import io.quintet.orm.migrations.MigrationException;
import io.quintet.orm.migrations.MigrationId;
import io.quintet.orm.migrations.Operation;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Puts detected operations into migrations, one for each app; two where apps need each other in a
 * circle.
 *
 * <p>Each app's operations keep their order. A migration is closed when the next operation needs
 * something that another app's migration has yet to provide.
 */
public final class Arranger {
  private final MigrationGraph graph;
  private final @Nullable String name;
  private final Map<String, Deque<Draft>> queues = new TreeMap<>();
  private final Set<String> pending = new HashSet<>();
  private final Map<String, MigrationId> providers = new HashMap<>();
  private final Map<String, MigrationId> last = new HashMap<>();
  private final Map<String, List<String>> used = new HashMap<>();
  private final List<PlannedMigration> planned = new ArrayList<>();

  private Arranger(MigrationGraph graph, @Nullable String name) {
    this.graph = graph;
    this.name = name;
  }

  /**
   * The migrations in an order in which they can be applied.
   *
   * @param name what the new migrations are called after their number, or null for what they do
   */
  static List<PlannedMigration> arrange(
      List<Draft> drafts, MigrationGraph graph, @Nullable String name) {
    Arranger arranger = new Arranger(graph, name);
    for (Draft draft : drafts) {
      arranger.queues.computeIfAbsent(draft.app(), app -> new ArrayDeque<>()).add(draft);
      arranger.pending.addAll(draft.provides());
    }
    arranger.run();
    return arranger.planned;
  }

  /** Those migrations that belong to an app, and those of other apps that they need. */
  public static List<PlannedMigration> onlyFor(String app, List<PlannedMigration> all) {
    Set<MigrationId> wanted = new LinkedHashSet<>();
    for (PlannedMigration migration : all.reversed()) {
      if (migration.id().app().equals(app) || wanted.contains(migration.id())) {
        wanted.add(migration.id());
        wanted.addAll(migration.dependencies());
      }
    }
    return all.stream().filter(migration -> wanted.contains(migration.id())).toList();
  }

  private void run() {
    while (!queues.isEmpty()) {
      boolean progress = false;
      for (String app : List.copyOf(queues.keySet())) {
        progress |= close(app, true);
      }
      for (String app : List.copyOf(queues.keySet())) {
        if (!progress) {
          progress = close(app, false);
        }
      }
      if (!progress) {
        throw new MigrationException(
            "The changes of the apps "
                + queues.keySet()
                + " need each other in a circle that cannot be cut."
                + " Make part of the change, run makemigrations, then make the rest.");
      }
    }
  }

  /**
   * Closes a migration of an app with what can be applied now; if all is asked for, only when that
   * is everything.
   */
  private boolean close(String app, boolean all) {
    Deque<Draft> queue = queues.getOrDefault(app, new ArrayDeque<>());
    List<Draft> chunk = new ArrayList<>();
    Set<String> own = new HashSet<>();
    for (Draft draft : queue) {
      boolean ready =
          draft.needs().stream()
              .allMatch(need ->
                  own.contains(need) || providers.containsKey(need) || !pending.contains(need));
      if (!ready) {
        break;
      }
      chunk.add(draft);
      own.addAll(draft.provides());
    }
    if (chunk.isEmpty() || (all && chunk.size() < queue.size())) {
      return false;
    }
    chunk.forEach(_ -> queue.removeFirst());
    if (queue.isEmpty()) {
      queues.remove(app);
    }
    emit(app, chunk);
    return true;
  }

  private void emit(String app, List<Draft> chunk) {
    List<Operation> operations = chunk.stream().map(Draft::operation).toList();
    List<String> names = used.computeIfAbsent(app, a -> new ArrayList<>(graph.names(a)));
    boolean initial = graph.names(app).isEmpty();
    String text = name != null ? name : initial ? "initial" : MigrationNames.summary(operations);
    MigrationId id = new MigrationId(app, MigrationNames.nextNumber(names) + "_" + text);
    names.add(id.name());
    Set<MigrationId> dependencies = new LinkedHashSet<>();
    previous(app).ifPresent(dependencies::add);
    for (Draft draft : chunk) {
      for (String need : draft.needs()) {
        MigrationId provider = providers.get(need);
        if (provider != null) {
          dependencies.add(provider);
        } else if (!Draft.appOf(need).equals(app)) {
          graph.last(Draft.appOf(need)).ifPresent(dependencies::add);
        }
      }
    }
    chunk.forEach(draft -> draft.provides().forEach(key -> providers.put(key, id)));
    last.put(app, id);
    dependencies.remove(id);
    planned.add(new PlannedMigration(id, List.copyOf(dependencies), operations));
  }

  private java.util.Optional<MigrationId> previous(String app) {
    MigrationId own = last.get(app);
    return own != null ? java.util.Optional.of(own) : graph.last(app);
  }
}
