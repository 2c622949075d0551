package io.quintet.orm.internal.schema;

import io.quintet.orm.migrations.ConstraintState;
import io.quintet.orm.migrations.FieldState;
import io.quintet.orm.migrations.IndexOperation;
import io.quintet.orm.migrations.IndexState;
import io.quintet.orm.migrations.ModelName;
import io.quintet.orm.migrations.ModelState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Drafts what happens to indexes and constraints of models that stay. */
final class ChangedIndexes {
  private record Changes(
      List<IndexState> added,
      List<IndexState> removed,
      List<IndexOperation.RenameIndex> renamed,
      List<ConstraintState> addedConstraints,
      List<ConstraintState> removedConstraints,
      List<ConstraintState> alteredConstraints) {}

  private final Comparison states;
  private final Drafts drafts;
  private final Map<ModelName, Changes> changes = new LinkedHashMap<>();

  ChangedIndexes(Comparison states, Drafts drafts) {
    this.states = states;
    this.drafts = drafts;
    for (ModelName model : states.keptTables()) {
      changes.put(model, compare(states.before(model), states.now(model)));
    }
  }

  private static Changes compare(ModelState before, ModelState now) {
    List<IndexState> added = missing(now.indexes(), before.indexes());
    List<IndexState> removed = missing(before.indexes(), now.indexes());
    List<IndexOperation.RenameIndex> renamed = new ArrayList<>();
    for (IndexState index : List.copyOf(added)) {
      for (IndexState old : List.copyOf(removed)) {
        if (!old.name().equals(index.name()) && old.withName(index.name()).equals(index)) {
          renamed.add(new IndexOperation.RenameIndex(now.name().model(), old.name(), index.name()));
          added.remove(index);
          removed.remove(old);
          break;
        }
      }
    }
    List<ConstraintState> altered =
        now.constraints().stream()
            .filter(constraint ->
                before.constraints().stream()
                    .anyMatch(old -> !old.equals(constraint) && sameForDatabase(old, constraint)))
            .toList();
    List<String> names = altered.stream().map(ConstraintState::name).toList();
    List<ConstraintState> addedConstraints = missing(now.constraints(), before.constraints());
    List<ConstraintState> removedConstraints = missing(before.constraints(), now.constraints());
    addedConstraints.removeIf(constraint -> names.contains(constraint.name()));
    removedConstraints.removeIf(constraint -> names.contains(constraint.name()));
    return new Changes(added, removed, renamed, addedConstraints, removedConstraints, altered);
  }

  private static boolean sameForDatabase(ConstraintState one, ConstraintState other) {
    return Objects.equals(one.withNotes(Map.of()), other.withNotes(Map.of()));
  }

  private static <T> List<T> missing(List<T> in, List<T> from) {
    List<T> rest = new ArrayList<>(in);
    rest.removeAll(from);
    return rest;
  }

  void removed() {
    changes.forEach((model, change) ->
        change.removedConstraints.forEach(constraint ->
            drafts.add(
                model.app(),
                new IndexOperation.RemoveConstraint(model.model(), constraint.name()))));
    changes.forEach((model, change) ->
        change.removed.forEach(index ->
            drafts.add(model.app(), new IndexOperation.RemoveIndex(model.model(), index.name()))));
  }

  void renamed() {
    changes.forEach(
        (model, change) -> change.renamed.forEach(rename -> drafts.add(model.app(), rename)));
  }

  void added() {
    changes.forEach((model, change) ->
        change.added.forEach(
            index -> add(model, new IndexOperation.AddIndex(model.model(), index))));
    changes.forEach((model, change) ->
        change.addedConstraints.forEach(
            constraint -> add(model, new IndexOperation.AddConstraint(model.model(), constraint))));
    changes.forEach((model, change) ->
        change.alteredConstraints.forEach(constraint ->
            add(model, new IndexOperation.AlterConstraint(model.model(), constraint))));
  }

  /** After all fields are as they will be: a condition may name the column of any. */
  private void add(ModelName name, IndexOperation operation) {
    ModelState model = states.now(name);
    List<Need> needs = new ArrayList<>(Relations.needs(model));
    for (FieldState field : model.fields()) {
      needs.add(Need.created(name, field.name()));
      needs.add(new Need(name, field.name(), Need.Kind.ALTERED));
    }
    drafts.add(name.app(), operation, needs);
  }
}
