package io.quintet.orm.internal.schema;

import io.quintet.orm.migrations.ColumnState;
import io.quintet.orm.migrations.ColumnType;
import io.quintet.orm.migrations.FieldState;
import io.quintet.orm.migrations.ManyToManyState;
import io.quintet.orm.migrations.ModelName;
import io.quintet.orm.migrations.ModelOperation;
import io.quintet.orm.migrations.ModelState;
import io.quintet.orm.migrations.Questioner;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds models that are gone and have come back under another name. */
final class RenamedModels {
  private static final ModelName ANY = new ModelName("any", "Model");

  private final Comparison states;
  private final Questioner questioner;
  private final Drafts drafts;

  RenamedModels(Comparison states, Questioner questioner, Drafts drafts) {
    this.states = states;
    this.questioner = questioner;
    this.drafts = drafts;
  }

  void find() {
    for (ModelName added : Comparison.without(states.newTables(), states.oldTables())) {
      List<FieldState> shape = shape(states.now(added));
      for (ModelName gone : Comparison.without(states.oldTables(), states.newTables())) {
        if (gone.app().equals(added.app())
            && shape(states.from().model(gone)).equals(shape)
            && questioner.wasRenamed(gone, added)) {
          String app = added.app();
          drafts.add(
              app, new ModelOperation.RenameModel(gone.model(), added.model()), needs(added));
          states.renamed(gone, added);
          break;
        }
      }
    }
  }

  /** The fields in order of their names, which do not count, nor what they point to. */
  private static List<FieldState> shape(ModelState model) {
    return model.fields().stream()
        .sorted(Comparator.comparing(FieldState::name))
        .map(RenamedModels::nameless)
        .toList();
  }

  private static FieldState nameless(FieldState field) {
    return switch (field) {
      case ColumnState column ->
          (column.type() instanceof ColumnType.ForeignKey key
                  ? column.withType(
                      new ColumnType.ForeignKey(ANY, key.onDelete(), key.constraint()))
                  : column)
              .renamed("field");
      case ManyToManyState link ->
          new ManyToManyState(
              "field", ANY, link.through(), link.table(), link.columns(), link.notes());
    };
  }

  private List<Need> needs(ModelName added) {
    List<Need> needs = new ArrayList<>(Relations.needs(states.now(added)));
    Relations.to(states.to(), added)
        .forEach(reference -> needs.add(Need.created(reference.model().name())));
    return needs;
  }
}
