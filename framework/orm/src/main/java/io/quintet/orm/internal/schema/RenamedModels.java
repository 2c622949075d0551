package io.quintet.orm.internal.schema;

import io.quintet.orm.migrations.ColumnState;
import io.quintet.orm.migrations.ColumnType;
import io.quintet.orm.migrations.FieldState;
import io.quintet.orm.migrations.ManyToManyState;
import io.quintet.orm.migrations.ModelName;
import io.quintet.orm.migrations.ModelOperation;
import io.quintet.orm.migrations.ModelState;
import io.quintet.orm.migrations.ModelTransfer;
import io.quintet.orm.migrations.Questioner;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds models that are gone and have come back under another name, or in another app. */
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
    for (ModelName added : added()) {
      for (ModelName gone : gone()) {
        if (gone.app().equals(added.app())
            && isSameShape(gone, added)
            && questioner.wasRenamed(gone, added)) {
          String app = added.app();
          drafts.add(
              app, new ModelOperation.RenameModel(gone.model(), added.model()), needs(gone, added));
          states.renamed(gone, added);
          break;
        }
      }
    }
    for (ModelName added : added()) {
      likelyOrigins(added).stream()
          .filter(gone -> questioner.wasMoved(gone, added))
          .findFirst()
          .ifPresent(gone -> move(gone, added));
    }
  }

  private Iterable<ModelName> added() {
    return Comparison.without(states.newTables(), states.oldTables());
  }

  private Iterable<ModelName> gone() {
    return Comparison.without(states.oldTables(), states.newTables());
  }

  /** Models gone from other apps that are alike, the likeliest first. */
  private List<ModelName> likelyOrigins(ModelName added) {
    List<ModelName> origins = new ArrayList<>();
    for (ModelName gone : gone()) {
      boolean sameName = gone.lower().equals(added.lower());
      if (!gone.app().equals(added.app())
          && (isSameShape(gone, added) || (sameName && hasHalfTheFields(gone, added)))) {
        origins.add(gone);
      }
    }
    origins.sort(
        Comparator.comparing((ModelName gone) -> !gone.lower().equals(added.lower()))
            .thenComparing(gone -> !isSameShape(gone, added)));
    return origins;
  }

  private boolean hasHalfTheFields(ModelName gone, ModelName added) {
    List<FieldState> fields = states.from().model(gone).fields();
    ModelState now = states.now(added);
    return fields.stream().filter(field -> now.find(field.name()).isPresent()).count() * 2
        >= fields.size();
  }

  /** The table is handed over by one migration; in the app that it leaves another follows that. */
  private void move(ModelName gone, ModelName added) {
    List<Need> needs = new ArrayList<>(List.of(Need.created(gone)));
    Relations.to(states.from(), gone)
        .forEach(reference -> needs.add(Need.created(reference.model().name())));
    drafts.add(added.app(), new ModelTransfer.MoveModel(gone, added.model(), null), needs);
    drafts.add(
        gone.app(),
        new ModelTransfer.ModelMoved(gone.model(), added),
        List.of(Need.created(added)));
    states.renamed(gone, added);
  }

  private boolean isSameShape(ModelName gone, ModelName added) {
    return shape(states.from().model(gone)).equals(shape(states.now(added)));
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

  /** What refers to the model must exist, also what is deleted: it names the model as it was. */
  private List<Need> needs(ModelName gone, ModelName added) {
    List<Need> needs = new ArrayList<>(Relations.needs(states.now(added)));
    Relations.to(states.to(), added)
        .forEach(reference -> needs.add(Need.created(reference.model().name())));
    Relations.to(states.from(), gone).stream()
        .map(reference -> reference.model().name())
        .filter(owner -> states.to().find(owner).isEmpty())
        .forEach(owner -> needs.add(Need.created(owner)));
    return needs;
  }
}
