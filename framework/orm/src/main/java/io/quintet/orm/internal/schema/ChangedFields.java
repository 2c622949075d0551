package io.quintet.orm.internal.schema;

import io.quintet.orm.migrations.ColumnState;
import io.quintet.orm.migrations.FieldOperation;
import io.quintet.orm.migrations.FieldState;
import io.quintet.orm.migrations.ModelName;
import io.quintet.orm.migrations.Questioner;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Drafts what happens to the fields of models that stay. */
final class ChangedFields {
  private record Rename(ModelName model, FieldState old, FieldState now) {}

  private final Comparison states;
  private final Questioner questioner;
  private final NewValue.Source newValues;
  private final Drafts drafts;
  private final List<Rename> renames = new ArrayList<>();

  ChangedFields(
      Comparison states, Questioner questioner, NewValue.Source newValues, Drafts drafts) {
    this.states = states;
    this.questioner = questioner;
    this.newValues = newValues;
    this.drafts = drafts;
  }

  /** Asks which fields were renamed; drafts nothing yet. */
  void findRenames() {
    for (ModelName model : states.keptTables()) {
      for (String added : missing(states.newFields(model), states.oldFields(model))) {
        FieldState now = states.now(model).field(added);
        for (String gone : missing(states.oldFields(model), states.newFields(model))) {
          FieldState old = states.before(model).field(gone);
          if (isAlike(old, now) && questioner.wasRenamed(model, old, now)) {
            states.renamed(model, gone, added);
            renames.add(new Rename(model, old, now));
            break;
          }
        }
      }
    }
  }

  private static List<String> missing(TreeSet<String> in, TreeSet<String> from) {
    return in.stream().filter(name -> !from.contains(name)).toList();
  }

  /** The same but for the name, or the same under a name that now keeps the old column. */
  private boolean isAlike(FieldState old, FieldState now) {
    FieldState before = states.followed(old);
    return before.renamed(now.name()).equals(now)
        || (before instanceof ColumnState a
            && now instanceof ColumnState b
            && a.column(a.column()).renamed(b.name()).equals(b));
  }

  void renamed() {
    for (Rename rename : renames) {
      String app = rename.model.app();
      String model = rename.model.model();
      if (rename.old instanceof ColumnState old
          && rename.now instanceof ColumnState now
          && !Objects.equals(old.ownColumn(), now.ownColumn())) {
        drafts.add(app, new FieldOperation.AlterField(model, now.renamed(old.name()), null));
      }
      drafts.add(app, new FieldOperation.RenameField(model, rename.old.name(), rename.now.name()));
    }
  }

  void removed() {
    for (ModelName model : states.keptTables()) {
      missing(states.oldFields(model), states.newFields(model))
          .forEach(field -> remove(model, field));
    }
  }

  private void remove(ModelName model, String field) {
    List<Need> needs = new ArrayList<>();
    needs.add(new Need(model, field, Need.Kind.ORDER_REMOVED));
    if (!isTakenOver(model, field)) {
      needs.add(new Need(model, field, Need.Kind.TOGETHER_CHANGED));
    }
    drafts.add(model.app(), new FieldOperation.RemoveField(model.model(), field), needs);
  }

  /** Whether another field waits for the column, and no list of unique fields names the old one. */
  private boolean isTakenOver(ModelName model, String name) {
    FieldState gone = states.before(model, name).orElseThrow();
    return states.now(model).columns().stream()
            .anyMatch(column -> !column.name().equals(name) && Relations.sameColumn(gone, column))
        && states.before(model).options().uniqueTogether().stream()
            .noneMatch(list -> list.contains(name));
  }

  void added() {
    for (ModelName model : states.keptTables()) {
      missing(states.newFields(model), states.oldFields(model))
          .forEach(field -> add(model, states.now(model).field(field)));
    }
  }

  private void add(ModelName model, FieldState field) {
    List<Need> needs = new ArrayList<>(List.of(Need.removed(model, field.name())));
    needs.addAll(Relations.needs(field));
    needs.addAll(columnFreed(model, field));
    Object rows = field instanceof ColumnState column ? existingRows(model, column) : null;
    drafts.add(model.app(), new FieldOperation.AddField(model.model(), field, rows), needs);
  }

  private @Nullable Object existingRows(ModelName model, ColumnState column) {
    NewValue value = newValues.of(model, column);
    if (column.isUnique() && value instanceof NewValue.Different) {
      questioner.confirmOneValueForUnique(model, column);
    }
    if (column.isNullable() || column.databaseDefault() != null || column.isAuto()) {
      return null;
    }
    return switch (value) {
      case NewValue.Constant(Object constant) -> constant;
      case NewValue.Different(Object one) -> one;
      case NewValue.Empty(Object empty) -> empty;
      case NewValue.Saved(Object now) -> now;
      case NewValue.Created(Object now) -> questioner.momentForExistingRows(model, column, now);
      case NewValue.Unknown() -> questioner.valueForExistingRows(model, column);
    };
  }

  void altered() {
    for (ModelName model : states.keptTables()) {
      for (String name : states.newFields(model)) {
        FieldState old = states.before(model, name).orElse(null);
        if (old != null && old.name().equals(name)) {
          alter(model, old, states.now(model).field(name));
        }
      }
    }
  }

  private void alter(ModelName model, FieldState old, FieldState now) {
    if (states.followed(old).equals(now)) {
      return;
    }
    if (Relations.isManyToMany(old) != Relations.isManyToMany(now)) {
      remove(model, now.name());
      add(model, now);
      return;
    }
    drafts.add(
        model.app(),
        new FieldOperation.AlterField(model.model(), now, nulls(model, old, now)),
        Stream.concat(Relations.needs(now).stream(), columnFreed(model, now).stream()).toList());
  }

  /** What must give up the column that a field takes over, or that it is the primary key. */
  private List<Need> columnFreed(ModelName model, FieldState field) {
    List<Need> needs = new ArrayList<>();
    for (ColumnState old : states.before(model).columns()) {
      boolean takesOver =
          Relations.sameColumn(old, field) || (old.isPrimaryKey() && Relations.isPrimaryKey(field));
      if (!old.name().equals(field.name()) && takesOver) {
        needs.add(new Need(model, old.name(), Need.Kind.ALTERED));
        needs.add(Need.removed(model, old.name()));
      }
    }
    return needs;
  }

  private @Nullable Object nulls(ModelName model, FieldState before, FieldState after) {
    if (before instanceof ColumnState a
        && after instanceof ColumnState b
        && a.isNullable()
        && !b.isNullable()
        && b.databaseDefault() == null) {
      return switch (newValues.of(model, b)) {
        case NewValue.Constant(Object constant) -> constant;
        case NewValue.Different(Object one) -> one;
        default -> questioner.valueForNulls(model, b).orElse(null);
      };
    }
    return null;
  }
}
