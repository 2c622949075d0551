package io.quintet.orm.internal.schema;

import io.quintet.orm.migrations.Migration;
import io.quintet.orm.migrations.MigrationException;
import io.quintet.orm.migrations.MigrationId;
import io.quintet.orm.migrations.ProjectState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** All migrations that were found, and which needs which. */
public final class MigrationGraph {
  private final Map<MigrationId, Migration> migrations = new TreeMap<>();
  private final List<Migration> ordered = new ArrayList<>();
  private final Map<MigrationId, MigrationId> replaced = new TreeMap<>();
  private final List<Migration> found;

  private MigrationGraph(Collection<? extends Migration> found) {
    this.found = List.copyOf(found);
  }

  /**
   * Of these migrations. Throws {@link MigrationException} for a name used twice, a dependency that
   * is missing, or a circle.
   */
  public static MigrationGraph of(Collection<? extends Migration> all) {
    return of(all, Set.of());
  }

  private static MigrationGraph of(Collection<? extends Migration> all, Set<MigrationId> applied) {
    MigrationGraph graph = new MigrationGraph(all);
    for (Migration migration : all) {
      Migration other = graph.migrations.put(migration.migrationId(), migration);
      if (other != null && other.getClass() != migration.getClass()) {
        throw new MigrationException(
            "Two migrations are named %s: %s and %s. Rename one of them."
                .formatted(
                    migration.migrationId(),
                    other.getClass().getName(),
                    migration.getClass().getName()));
      }
    }
    graph.replace(applied);
    graph.migrations.values().forEach(graph::checkDependencies);
    Set<MigrationId> done = new LinkedHashSet<>();
    for (MigrationId id : graph.migrations.keySet()) {
      graph.visit(id, done, new LinkedHashSet<>());
    }
    done.forEach(id -> graph.ordered.add(graph.get(id)));
    return graph;
  }

  /**
   * The same migrations for a database: a squashed one stands for those it replaces unless only
   * some of these are applied.
   */
  MigrationGraph against(Set<MigrationId> applied) {
    return of(found, applied);
  }

  private void replace(Set<MigrationId> applied) {
    for (Migration squashed : List.copyOf(migrations.values())) {
      List<MigrationId> old = squashed.replaced();
      long done = old.stream().filter(applied::contains).count();
      boolean partly = done > 0 && done < old.size() && !applied.contains(squashed.migrationId());
      if (partly) {
        migrations.remove(squashed.migrationId());
      } else {
        for (MigrationId id : old) {
          migrations.remove(id);
          replaced.put(id, squashed.migrationId());
        }
      }
    }
  }

  /** What must be applied before a migration; a squashed one where that replaces it. */
  public List<MigrationId> needs(Migration migration) {
    return migration.dependencies().stream()
        .map(id -> replaced.getOrDefault(id, id))
        .filter(id -> !id.equals(migration.migrationId()))
        .distinct()
        .toList();
  }

  private void checkDependencies(Migration migration) {
    for (MigrationId needed : needs(migration)) {
      if (!migrations.containsKey(needed)) {
        List<String> known = names(needed.app());
        throw new MigrationException(
            "Migration %s depends on %s, which was not found. %s"
                .formatted(
                    migration.migrationId(),
                    needed,
                    known.isEmpty()
                        ? "No migrations of '"
                            + needed.app()
                            + "' were found: is that app installed and compiled?"
                        : "The migrations of '"
                            + needed.app()
                            + "' are: "
                            + String.join(", ", known)
                            + "."));
      }
    }
  }

  private void visit(MigrationId id, Set<MigrationId> done, Set<MigrationId> path) {
    if (done.contains(id)) {
      return;
    }
    if (!path.add(id)) {
      List<MigrationId> circle = new ArrayList<>(path);
      circle.add(id);
      throw new MigrationException(
          "Migrations depend on each other in a circle: "
              + circle.subList(circle.indexOf(id), circle.size()).stream()
                  .map(MigrationId::toString)
                  .collect(Collectors.joining(" needs "))
              + ".");
    }
    needs(get(id)).stream().sorted().forEach(needed -> visit(needed, done, path));
    path.remove(id);
    done.add(id);
  }

  /** All migrations, each after those it needs; the same order on every run. */
  public List<Migration> ordered() {
    return List.copyOf(ordered);
  }

  /** The migration of that name. Throws {@link MigrationException} when there is none. */
  public Migration get(MigrationId id) {
    Migration migration = migrations.get(id);
    if (migration == null) {
      throw new MigrationException("There is no migration " + id + ".");
    }
    return migration;
  }

  /** Whether there is a migration of that name. */
  public boolean contains(MigrationId id) {
    return migrations.containsKey(id);
  }

  /** The apps that have migrations, in alphabetical order. */
  public List<String> apps() {
    return migrations.keySet().stream().map(MigrationId::app).distinct().toList();
  }

  /** The names of an app's migrations, in alphabetical order. */
  public List<String> names(String app) {
    return migrations.keySet().stream()
        .filter(id -> id.app().equals(app))
        .map(MigrationId::name)
        .toList();
  }

  /** The migrations of an app, each after those it needs. */
  public List<Migration> ofApp(String app) {
    return ordered.stream().filter(migration -> migration.migrationId().app().equals(app)).toList();
  }

  /** The migrations of an app that no other of it follows. */
  public List<MigrationId> leaves(String app) {
    Set<MigrationId> leaves = new LinkedHashSet<>();
    ofApp(app).forEach(migration -> leaves.add(migration.migrationId()));
    ofApp(app).forEach(migration -> needs(migration).forEach(leaves::remove));
    return List.copyOf(leaves);
  }

  /**
   * The last migration of an app. Throws {@link MigrationException} when there are two that do not
   * follow each other.
   */
  public Optional<MigrationId> last(String app) {
    List<MigrationId> leaves = leaves(app);
    if (leaves.size() > 1) {
      throw new MigrationException(
          "App '%s' has %d last migrations: %s. Run './manage makemigrations --merge', or let one of them depend on the other."
              .formatted(
                  app,
                  leaves.size(),
                  leaves.stream().map(MigrationId::name).collect(Collectors.joining(", "))));
    }
    return leaves.stream().findFirst();
  }

  /** A migration and all that it needs, in order of application. */
  public List<Migration> upTo(MigrationId id) {
    Set<MigrationId> needed = new LinkedHashSet<>();
    visit(id, needed, new LinkedHashSet<>());
    return ordered.stream().filter(migration -> needed.contains(migration.migrationId())).toList();
  }

  /** A migration and all that need it, in order of removal. */
  public List<Migration> downFrom(MigrationId id) {
    Set<MigrationId> found = new LinkedHashSet<>(Set.of(id));
    for (Migration migration : ordered) {
      if (needs(migration).stream().anyMatch(found::contains)) {
        found.add(migration.migrationId());
      }
    }
    return ordered.stream()
        .filter(migration -> found.contains(migration.migrationId()))
        .toList()
        .reversed();
  }

  /** The state after those migrations that are wanted. */
  public ProjectState state(Predicate<MigrationId> wanted) {
    ProjectState state = ProjectState.EMPTY;
    for (Migration migration : ordered) {
      if (wanted.test(migration.migrationId())) {
        state = migration.apply(state);
      }
    }
    return state;
  }

  /**
   * The migration of an app whose name is, or begins with, what a person typed. Throws {@link
   * MigrationException} when there is none or more than one.
   */
  public MigrationId resolve(String app, String typed) {
    List<String> known = names(app);
    if (known.contains(typed)) {
      return new MigrationId(app, typed);
    }
    Map<String, MigrationId> matches = new LinkedHashMap<>();
    known.stream()
        .filter(name -> name.startsWith(typed))
        .forEach(name -> matches.put(name, new MigrationId(app, name)));
    if (matches.size() == 1) {
      return matches.values().iterator().next();
    }
    throw new MigrationException(
        matches.isEmpty()
            ? "App '%s' has no migration that begins with '%s'. It has: %s."
                .formatted(app, typed, known.isEmpty() ? "none" : String.join(", ", known))
            : "'%s' fits more than one migration of '%s': %s."
                .formatted(typed, app, String.join(", ", matches.keySet())));
  }
}
