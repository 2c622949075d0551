package io.quintet.orm.internal.schema;

import io.quintet.core.commands.CommandError;
import io.quintet.orm.migrations.FieldOperation;
import io.quintet.orm.migrations.IndexOperation;
import io.quintet.orm.migrations.Migration;
import io.quintet.orm.migrations.MigrationId;
import io.quintet.orm.migrations.ModelOperation;
import io.quintet.orm.migrations.ModelTransfer;
import io.quintet.orm.migrations.Operation;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Brings branches of an app's history together, as they arise when two people work at once. */
final class Merge {
  private final MigrationGraph graph;

  Merge(MigrationGraph graph) {
    this.graph = graph;
  }

  /**
   * A migration without operations for each app that has several last ones. Throws {@link
   * CommandError} when two branches change the same thing.
   */
  List<PlannedMigration> of(List<String> apps, @Nullable String name) {
    List<PlannedMigration> merged = new ArrayList<>();
    for (String app : apps) {
      List<MigrationId> leaves = graph.leaves(app);
      if (leaves.size() > 1) {
        requireNoConflict(app, leaves);
        String text =
            name != null
                ? name
                : "merge_" + String.join("_", leaves.stream().map(Merge::short4).toList());
        merged.add(
            new PlannedMigration(
                new MigrationId(app, MigrationNames.nextNumber(graph.names(app)) + "_" + text),
                leaves,
                List.of()));
      }
    }
    return merged;
  }

  private static String short4(MigrationId id) {
    return id.name().length() > 24 ? id.name().substring(0, 24) : id.name();
  }

  private void requireNoConflict(String app, List<MigrationId> leaves) {
    for (int i = 0; i < leaves.size(); i++) {
      for (int j = i + 1; j < leaves.size(); j++) {
        List<Operation> one = only(app, leaves.get(i), leaves.get(j));
        List<Operation> other = only(app, leaves.get(j), leaves.get(i));
        for (Operation a : one) {
          for (Operation b : other) {
            if (concernTheSame(a, b)) {
              throw new CommandError(
                  "The branches %s and %s change the same thing: \"%s\" and \"%s\". Change one of them by hand, then merge."
                      .formatted(leaves.get(i), leaves.get(j), a.describe(), b.describe()));
            }
          }
        }
      }
    }
  }

  /** What one branch does and the other does not. */
  private List<Operation> only(String app, MigrationId branch, MigrationId other) {
    Set<MigrationId> common = new LinkedHashSet<>();
    graph.upTo(other).forEach(migration -> common.add(migration.migrationId()));
    return graph.upTo(branch).stream()
        .filter(migration -> migration.migrationId().app().equals(app))
        .filter(migration -> !common.contains(migration.migrationId()))
        .map(Migration::operations)
        .flatMap(List::stream)
        .toList();
  }

  private static boolean concernTheSame(Operation a, Operation b) {
    Set<String> shared = new LinkedHashSet<>(subjects(a));
    shared.retainAll(subjects(b));
    return !shared.isEmpty() || endsModel(a, b) || endsModel(b, a);
  }

  private static boolean endsModel(Operation a, Operation b) {
    String ended =
        switch (a) {
          case ModelOperation.DeleteModel delete -> delete.model();
          case ModelOperation.RenameModel rename -> rename.from();
          case ModelTransfer.ModelMoved moved -> moved.model();
          case ModelTransfer.ModelToPairs pairs -> pairs.model();
          default -> "";
        };
    return subjects(b).stream()
        .anyMatch(subject -> subject.startsWith(ended.toLowerCase(Locale.ROOT) + "."));
  }

  private static Set<String> subjects(Operation operation) {
    return switch (operation) {
      case ModelOperation.RenameModel(String from, String to) ->
          Set.of(subject(from, "model"), subject(to, "model"));
      case ModelOperation model -> Set.of(subject(model.model(), kind(model)));
      case FieldOperation.RenameField(String model, String from, String to) ->
          Set.of(subject(model, from), subject(model, to));
      case FieldOperation field -> Set.of(subject(field.model(), field.name()));
      case IndexOperation index -> Set.of(subject(index.model(), index.describe()));
      case Operation.RunSql _, Operation.RunJava _ -> Set.of();
    };
  }

  private static String kind(ModelOperation operation) {
    return switch (operation) {
      case ModelOperation.CreateModel _,
          ModelOperation.DeleteModel _,
          ModelOperation.RenameModel _,
          ModelTransfer.MoveModel _,
          ModelTransfer.ModelMoved _,
          ModelTransfer.PairsToModel _,
          ModelTransfer.ModelToPairs _ ->
          "model";
      default -> operation.getClass().getSimpleName();
    };
  }

  private static String subject(String model, String part) {
    return model.toLowerCase(Locale.ROOT) + "." + part;
  }
}
