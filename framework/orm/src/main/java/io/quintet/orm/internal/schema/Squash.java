package io.quintet.orm.internal.schema;

import io.quintet.orm.migrations.Migration;
import io.quintet.orm.migrations.MigrationException;
import io.quintet.orm.migrations.MigrationId;
import io.quintet.orm.migrations.Operation;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Makes few migrations of many of one app. Usually it is one; where another app needs an early one
 * and a later one needs that app, they are cut between, so that no circle arises.
 */
final class Squash {
  private final MigrationGraph graph;
  private final String app;

  Squash(MigrationGraph graph, String app) {
    this.graph = graph;
    this.app = app;
  }

  /** From the first or the given migration to the last one, both included. */
  List<PlannedMigration> of(String first, String last) {
    List<Migration> range =
        graph.upTo(new MigrationId(app, last)).stream()
            .filter(migration -> migration.migrationId().app().equals(app))
            .dropWhile(
                migration -> !first.isEmpty() && !migration.migrationId().name().equals(first))
            .toList();
    if (range.size() < 2) {
      throw new MigrationException(
          "There is nothing to squash: from %s to %s of '%s' there are %d migrations."
              .formatted(first.isEmpty() ? "the first" : first, last, app, range.size()));
    }
    List<PlannedMigration> squashed = new ArrayList<>();
    List<Migration> group = new ArrayList<>();
    for (Migration migration : range) {
      if (needsThroughOthers(migration, group)) {
        squashed.add(squashed(group));
        group.clear();
      }
      group.add(migration);
    }
    squashed.add(squashed(group));
    return squashed.stream().filter(migration -> migration.replaced().size() > 1).toList();
  }

  /** Whether another app that the migration needs itself needs one of the group. */
  private boolean needsThroughOthers(Migration migration, List<Migration> group) {
    Set<MigrationId> ids = new LinkedHashSet<>();
    group.forEach(member -> ids.add(member.migrationId()));
    return graph.needs(migration).stream()
        .filter(needed -> !needed.app().equals(app))
        .flatMap(needed -> graph.upTo(needed).stream())
        .anyMatch(needed -> ids.contains(needed.migrationId()));
  }

  private PlannedMigration squashed(List<Migration> group) {
    List<MigrationId> replaced = group.stream().map(Migration::migrationId).toList();
    Set<MigrationId> needs = new LinkedHashSet<>();
    List<Operation> operations = new ArrayList<>();
    for (Migration migration : group) {
      needs.addAll(graph.needs(migration));
      migration.operations().stream()
          .filter(operation -> !operation.isElidable())
          .forEach(operations::add);
    }
    replaced.forEach(needs::remove);
    String first = replaced.getFirst().name();
    String last = replaced.getLast().name();
    return new PlannedMigration(
        new MigrationId(app, first.replaceFirst("_.*", "") + "_squashed_" + last),
        List.copyOf(needs),
        Optimizer.optimize(operations, app),
        replaced);
  }
}
