package io.quintet.orm.internal.schema;

import io.quintet.orm.migrations.ColumnState;
import io.quintet.orm.migrations.ColumnType;
import io.quintet.orm.migrations.ConstraintState;
import io.quintet.orm.migrations.FieldState;
import io.quintet.orm.migrations.IndexState;
import io.quintet.orm.migrations.ManyToManyState;
import io.quintet.orm.migrations.MigrationException;
import io.quintet.orm.migrations.ModelName;
import io.quintet.orm.migrations.ModelState;
import io.quintet.orm.migrations.Operation;
import io.quintet.orm.migrations.ProjectState;
import io.quintet.orm.migrations.Questioner;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the operations that lead from the state of the migrations to that of the models. */
final class Autodetector {
  /** What a new entity has in a field: what rows that exist get in a new column. */
  @FunctionalInterface
  interface NewValues {
    @Nullable Object of(ModelName model, String field);
  }

  private final ProjectState to;
  private final Questioner questioner;
  private final NewValues newValues;
  private final List<Draft> drafts = new ArrayList<>();
  private ProjectState from;

  private Autodetector(
      ProjectState from, ProjectState to, Questioner questioner, NewValues newValues) {
    this.from = from;
    this.to = to;
    this.questioner = questioner;
    this.newValues = newValues;
  }

  /** The operations in an order in which they can be applied. */
  static List<Draft> changes(
      ProjectState from, ProjectState to, Questioner questioner, NewValues newValues) {
    Autodetector detector = new Autodetector(from, to, questioner, newValues);
    detector.run();
    return detector.drafts;
  }

  private void run() {
    renameModels();
    List<ModelState> kept =
        to.models().stream()
            .filter(model -> from.find(model.name()).isPresent())
            .sorted(BY_NAME)
            .toList();
    kept.forEach(this::renameFields);
    kept.forEach(this::removeIndexesAndConstraints);
    drafts.addAll(
        CreationOrder.of(
            to.models().stream().filter(model -> from.find(model.name()).isEmpty()).toList()));
    kept.forEach(this::removeFields);
    kept.forEach(this::addAndAlterFields);
    kept.forEach(this::alterOptions);
    deleteModels(
        from.models().stream()
            .filter(model -> to.find(model.name()).isEmpty())
            .sorted(BY_NAME)
            .toList());
    kept.forEach(this::addIndexesAndConstraints);
  }

  private static final java.util.Comparator<ModelState> BY_NAME =
      java.util.Comparator.comparing(ModelState::name);

  private void renameModels() {
    for (ModelState added : to.models().stream().sorted(BY_NAME).toList()) {
      if (from.find(added.name()).isPresent()) {
        continue;
      }
      for (ModelState gone : from.models(added.name().app()).stream().sorted(BY_NAME).toList()) {
        boolean alike = to.find(gone.name()).isEmpty() && sameFields(gone, added);
        if (alike && questioner.wasRenamed(gone.name(), added.name())) {
          drafts.add(
              Draft.of(
                  added.name(),
                  new Operation.RenameModel(gone.name().model(), added.name().model()),
                  Set.of(Draft.exists(added.name()))));
          from = from.rename(gone.name(), added.name());
          break;
        }
      }
    }
  }

  private static boolean sameFields(ModelState gone, ModelState added) {
    Set<FieldState> before = new LinkedHashSet<>();
    gone.fields().forEach(field -> before.add(field.retargeted(gone.name(), added.name())));
    return before.equals(new LinkedHashSet<>(added.fields()));
  }

  private void renameFields(ModelState now) {
    for (FieldState added : now.fields()) {
      ModelState old = from.model(now.name());
      if (old.find(added.name()).isPresent()) {
        continue;
      }
      for (FieldState gone : old.fields()) {
        boolean alike =
            now.find(gone.name()).isEmpty() && sameKind(gone.renamed(added.name()), added);
        if (alike && questioner.wasRenamed(now.name(), gone, added)) {
          Operation rename =
              new Operation.RenameField(now.name().model(), gone.name(), added.name());
          drafts.add(Draft.of(now.name(), rename, Set.of()));
          from = rename.apply(now.name().app(), from);
          break;
        }
      }
    }
  }

  private static boolean sameKind(FieldState renamed, FieldState added) {
    return renamed instanceof ColumnState a && added instanceof ColumnState b
        ? a.column(b.column()).equals(b)
        : renamed.equals(added);
  }

  private void removeIndexesAndConstraints(ModelState now) {
    ModelState old = from.model(now.name());
    String model = now.name().model();
    for (ConstraintState constraint : old.constraints()) {
      if (!now.constraints().contains(constraint)) {
        drafts.add(
            Draft.of(
                now.name(), new Operation.RemoveConstraint(model, constraint.name()), Set.of()));
      }
    }
    for (IndexState index : old.indexes()) {
      if (!now.indexes().contains(index)) {
        drafts.add(Draft.of(now.name(), new Operation.RemoveIndex(model, index.name()), Set.of()));
      }
    }
  }

  private void addIndexesAndConstraints(ModelState now) {
    ModelState old = from.model(now.name());
    String model = now.name().model();
    for (IndexState index : now.indexes()) {
      if (!old.indexes().contains(index)) {
        drafts.add(Draft.of(now.name(), new Operation.AddIndex(model, index), Set.of()));
      }
    }
    for (ConstraintState constraint : now.constraints()) {
      if (!old.constraints().contains(constraint)) {
        drafts.add(Draft.of(now.name(), new Operation.AddConstraint(model, constraint), Set.of()));
      }
    }
  }

  private void removeFields(ModelState now) {
    ModelState old = from.model(now.name());
    if (!old.primaryKey().name().equals(now.primaryKey().name())) {
      throw new MigrationException(
          "Model %s would change its primary key from '%s' to '%s', which cannot be done with rows in the table. Make a new model and copy the rows in a step of Java."
              .formatted(now.name(), old.primaryKey().name(), now.primaryKey().name()));
    }
    for (FieldState field : old.fields()) {
      boolean gone = now.find(field.name()).isEmpty() || !alterable(field, now.field(field.name()));
      if (gone) {
        drafts.add(
            Draft.of(
                now.name(),
                new Operation.RemoveField(now.name().model(), field.name()),
                Set.of(Draft.gone(now.name(), field.name()))));
      }
    }
  }

  private static boolean alterable(FieldState old, FieldState now) {
    return switch (old) {
          case ColumnState _ -> now instanceof ColumnState;
          case ManyToManyState a ->
              now instanceof ManyToManyState b
                  && a.target().equals(b.target())
                  && a.through() == null
                  && b.through() == null;
        }
        || old.equals(now);
  }

  private void addAndAlterFields(ModelState now) {
    ModelState old = from.model(now.name());
    String model = now.name().model();
    for (FieldState field : now.fields()) {
      FieldState before = old.find(field.name()).orElse(null);
      if (before == null || !alterable(before, field)) {
        Object rows =
            field instanceof ColumnState column && now.options().managed()
                ? existingRows(now.name(), column)
                : null;
        drafts.add(
            Draft.of(now.name(), new Operation.AddField(model, field, rows), Set.of(), field));
      } else if (!before.equals(field)) {
        Object rows = nulls(now, before, field);
        drafts.add(
            Draft.of(
                now.name(),
                new Operation.AlterField(model, field, rows),
                Draft.targets(before).equals(Draft.targets(field))
                    ? Set.of()
                    : Set.of(Draft.gone(now.name(), field.name())),
                field));
      }
    }
  }

  private @Nullable Object existingRows(ModelName model, ColumnState column) {
    if (column.isNullable() || column.isAuto() || column.databaseDefault() != null) {
      return null;
    }
    Object fresh = column.isUnique() ? null : newValue(model, column);
    return fresh != null ? fresh : questioner.valueForExistingRows(model, column);
  }

  private @Nullable Object nulls(ModelState now, FieldState before, FieldState after) {
    if (before instanceof ColumnState a
        && after instanceof ColumnState b
        && a.isNullable()
        && !b.isNullable()
        && now.options().managed()) {
      Object fresh = b.isUnique() ? null : newValue(now.name(), b);
      return fresh != null ? fresh : questioner.valueForNulls(now.name(), b).orElse(null);
    }
    return null;
  }

  private @Nullable Object newValue(ModelName model, ColumnState column) {
    return column.type() instanceof ColumnType.ForeignKey
        ? null
        : newValues.of(model, column.name());
  }

  private void alterOptions(ModelState now) {
    if (!now.options().equals(from.model(now.name()).options())) {
      drafts.add(
          Draft.of(
              now.name(), new Operation.AlterOptions(now.name().model(), now.options()), Set.of()));
    }
  }

  private void deleteModels(List<ModelState> gone) {
    List<ModelState> waiting = new ArrayList<>(gone);
    while (!waiting.isEmpty()) {
      ModelState free =
          waiting.stream()
              .filter(model -> referrers(model, waiting).isEmpty())
              .findFirst()
              .orElse(null);
      if (free == null) {
        free = cut(waiting);
      }
      drafts.add(Draft.deletion(free, from.models()));
      waiting.remove(free);
    }
  }

  /**
   * Models that refer to each other in a circle: the fields that refer to the first one are
   * removed.
   */
  private ModelState cut(List<ModelState> waiting) {
    ModelState first = waiting.getFirst();
    for (ModelState other : referrers(first, waiting)) {
      for (FieldState field : other.fields()) {
        if (Draft.targets(field).contains(first.name())) {
          drafts.add(
              Draft.of(
                  other.name(),
                  new Operation.RemoveField(other.name().model(), field.name()),
                  Set.of(Draft.gone(other.name(), field.name()))));
          ModelState without = other.minus(field.name());
          waiting.set(waiting.indexOf(other), without);
          other = without;
        }
      }
    }
    return first;
  }

  private static List<ModelState> referrers(ModelState model, List<ModelState> among) {
    return among.stream()
        .filter(other -> !other.name().equals(model.name()))
        .filter(other ->
            other.fields().stream().anyMatch(field -> Draft.targets(field).contains(model.name())))
        .toList();
  }
}
