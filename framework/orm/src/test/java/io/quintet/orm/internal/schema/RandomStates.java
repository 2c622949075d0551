package io.quintet.orm.internal.schema;

import io.quintet.orm.annotation.OnDelete;
import io.quintet.orm.migrations.ColumnState;
import io.quintet.orm.migrations.ColumnType;
import io.quintet.orm.migrations.FieldState;
import io.quintet.orm.migrations.ManyToManyState;
import io.quintet.orm.migrations.ModelName;
import io.quintet.orm.migrations.ModelState;
import io.quintet.orm.migrations.ProjectState;
import java.util.ArrayList;
import java.util.List;

/** States of the models of two apps at random, and what must be true of any. */
final class RandomStates {
  static final List<String> APPS = List.of("blog", "shop");
  private static final List<String> MODELS = List.of("Author", "Book", "City", "Tag");

  private final Dice dice;
  private final RandomFields fields;

  RandomStates(Dice dice) {
    this.dice = dice;
    this.fields = new RandomFields(dice);
  }

  ProjectState state() {
    List<ModelState> models = new ArrayList<>();
    int count = 1 + dice.upTo(2);
    for (int i = 0; i < count; i++) {
      String name = (dice.chance(70) ? "blog." : "shop.") + MODELS.get(i);
      models.add(
          i > 0 && dice.chance(15)
              ? child(ModelName.parse(name), models.getFirst())
              : Words.model(name, Words.id()));
    }
    for (int i = 0; i < count; i++) {
      int more = dice.upTo(3);
      for (int f = 0; f < more; f++) {
        models.set(i, models.get(i).plus(fields.field(RandomFields.NAMES.get(f), models, false)));
      }
      models.set(i, fields.extras(models.get(i)));
    }
    ProjectState state = ProjectState.of(models);
    return dice.chance(50) ? withThrough(state) : state;
  }

  /** A model that extends another. */
  static ModelState child(ModelName name, ModelState parent) {
    ColumnState pointer =
        ColumnState.of(
                "parentPtr", new ColumnType.ForeignKey(parent.name(), OnDelete.CASCADE, true))
            .primaryKey()
            .unindexed();
    return new ModelState(
        name,
        List.of(pointer),
        List.of(),
        List.of(),
        Words.model("x.X").options(),
        List.of(parent.name()));
  }

  /** One relation, if there is any, goes through a model from the beginning. */
  private ProjectState withThrough(ProjectState state) {
    for (ModelState model : state.models()) {
      for (ManyToManyState link : model.manyToMany()) {
        return through(state, model, link);
      }
    }
    return state;
  }

  /** The pairs of a relation stand in a model. */
  static ProjectState through(ProjectState state, ModelState owner, ManyToManyState link) {
    ModelName name = new ModelName(owner.name().app(), owner.name().model() + "Link");
    if (state.find(name).isPresent()) {
      return state;
    }
    ModelState pairs =
        Words.model(
            name.toString(),
            Words.id(),
            Words.key("source", owner.name().toString()),
            Words.key("other", link.target().toString()));
    return state.with(owner.replace(link.through(name.toString()))).with(pairs);
  }

  static boolean isReachable(ProjectState state, ProjectState changed) {
    return changed.models().stream()
        .allMatch(model ->
            model.columns().stream().allMatch(column -> isReachable(state, model, column)));
  }

  /**
   * Rows must be able to go along: a new column has the same value in all of them and so is not
   * unique, and no row can point into a table that is new and empty, which a model that may be a
   * renamed one would.
   */
  private static boolean isReachable(ProjectState state, ModelState model, ColumnState column) {
    boolean key = column.type() instanceof ColumnType.ForeignKey;
    boolean isNew = state.find(model.name()).isEmpty();
    if (isNew
        && column.type() instanceof ColumnType.ForeignKey(ModelName target, _, _)
        && !target.equals(model.name())
        && state.find(target).isEmpty()) {
      return false;
    }
    if (!(state.find(model.name()).flatMap(old -> old.find(column.name())).orElse(null)
        instanceof ColumnState old)) {
      return column.isPrimaryKey()
          || !(column.isUnique() || (key && !column.isNullable()))
          || isNew;
    }
    if (key || old.type() instanceof ColumnType.ForeignKey) {
      return old.type().equals(column.type()) && (column.isNullable() || !old.isNullable());
    }
    boolean sameValues =
        old.type().equals(column.type())
            || (RandomFields.ALIKE.contains(old.type())
                && RandomFields.ALIKE.contains(column.type()))
            || (RandomFields.KEYS.contains(old.type())
                && RandomFields.KEYS.contains(column.type()));
    return sameValues
        && (!column.isUnique() || (!old.isNullable() && old.databaseDefault() == null));
  }

  static boolean isWhole(ProjectState state) {
    return state.models().stream().allMatch(RandomStates::hasColumnsOfItsOwn)
        && state.models().stream().map(ModelState::table).distinct().count()
            == state.models().size()
        && state.models().stream()
            .flatMap(model -> model.bases().stream())
            .allMatch(base -> state.find(base).isPresent())
        && state.models().stream()
            .flatMap(model -> model.fields().stream())
            .flatMap(field -> Relations.targets(field).stream())
            .allMatch(target -> state.find(target).isPresent());
  }

  private static boolean hasColumnsOfItsOwn(ModelState model) {
    return model.columns().stream().map(ColumnState::column).distinct().count()
            == model.columns().size()
        && model.columns().stream().filter(ColumnState::isPrimaryKey).count() == 1;
  }

  /** Whether a field is what makes the model one that holds pairs, or one that extends another. */
  static boolean isFixed(ProjectState state, ModelState model, FieldState field) {
    boolean pairs =
        state.models().stream()
            .flatMap(other -> other.manyToMany().stream())
            .anyMatch(link -> model.name().equals(link.through()));
    return Relations.isPrimaryKey(field)
        || (pairs && (field.name().equals("source") || field.name().equals("other")));
  }

  static List<ModelName> unused(ProjectState state) {
    return APPS.stream()
        .flatMap(app -> MODELS.stream().map(name -> new ModelName(app, name)))
        .filter(name -> state.find(name).isEmpty())
        .toList();
  }
}
