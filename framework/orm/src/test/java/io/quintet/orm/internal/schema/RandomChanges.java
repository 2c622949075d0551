package io.quintet.orm.internal.schema;

import io.quintet.orm.migrations.ColumnState;
import io.quintet.orm.migrations.ColumnState.Flag;
import io.quintet.orm.migrations.ColumnType;
import io.quintet.orm.migrations.FieldState;
import io.quintet.orm.migrations.ManyToManyState;
import io.quintet.orm.migrations.ModelName;
import io.quintet.orm.migrations.ModelState;
import io.quintet.orm.migrations.ProjectState;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Changes a state a little at random. */
final class RandomChanges {
  private final Dice dice;
  private final RandomFields fields;

  RandomChanges(Dice dice) {
    this.dice = dice;
    this.fields = new RandomFields(dice);
  }

  /** Another state that can be reached without losing what cannot be made up again. */
  ProjectState of(ProjectState state) {
    while (true) {
      ProjectState changed = state;
      int steps = 1 + dice.upTo(3);
      for (int i = 0; i < steps; i++) {
        changed = step(changed).filter(RandomStates::isWhole).orElse(changed);
      }
      if (RandomStates.isReachable(state, changed)) {
        return changed;
      }
    }
  }

  private Optional<ProjectState> step(ProjectState state) {
    ModelState model = dice.one(state.models());
    return switch (dice.upTo(11)) {
      case 0 ->
          unused(model)
              .map(name -> state.with(model.plus(fields.field(name, state.models(), true))));
      case 1 ->
          pick(model, f -> canGo(f) && !RandomStates.isFixed(state, model, f))
              .map(f -> state.with(without(model, f.name())));
      case 2 ->
          pick(model, ColumnState.class::isInstance)
              .map(f -> state.with(fields.altered(model, (ColumnState) f)));
      case 3 ->
          pick(model, f -> !RandomStates.isFixed(state, model, f))
              .flatMap(
                  f -> unused(model).map(name -> state.with(model.renameField(f.name(), name))));
      case 4 -> renamed(state, model, true);
      case 5, 6 -> renamed(state, model, false);
      case 7 -> added(state);
      case 8 -> deleted(state, model);
      case 9 ->
          dice.any(with(state, m -> !m.manyToMany().isEmpty())).flatMap(m -> through(state, m));
      case 10 ->
          dice.any(with(state, m -> m.columns().stream().anyMatch(ColumnState::isUnique)))
              .flatMap(m -> otherKey(state, m));
      default -> Optional.of(state.with(fields.extras(model)));
    };
  }

  private static List<ModelState> with(ProjectState state, Predicate<ModelState> which) {
    return state.models().stream().filter(which).toList();
  }

  private Optional<ProjectState> renamed(ProjectState state, ModelState model, boolean sameApp) {
    ModelName moved =
        new ModelName(model.name().app().equals("blog") ? "shop" : "blog", model.name().model());
    boolean sameName = !sameApp && dice.chance(70);
    return dice.any(
            sameName
                ? List.of(moved)
                : RandomStates.unused(state).stream()
                    .filter(name -> name.app().equals(model.name().app()) == sameApp)
                    .toList())
        .filter(name -> state.find(name).isEmpty())
        .map(name -> {
          ProjectState renamed = state.rename(model.name(), name);
          return renamed.with(fields.extras(renamed.model(name)));
        });
  }

  private Optional<ProjectState> added(ProjectState state) {
    return dice.any(RandomStates.unused(state))
        .map(name -> {
          ModelState added =
              dice.chance(20)
                  ? RandomStates.child(name, dice.one(state.models()))
                  : Words.model(name.toString(), Words.id());
          ProjectState more = state.with(added);
          return more.with(added.plus(fields.field("alpha", more.models(), true)));
        });
  }

  private static Optional<ProjectState> deleted(ProjectState state, ModelState model) {
    return state.models().size() == 1 || isReferredTo(state, model)
        ? Optional.empty()
        : Optional.of(state.without(model.name()));
  }

  private static boolean isReferredTo(ProjectState state, ModelState model) {
    return state.models().stream()
        .filter(other -> !other.name().equals(model.name()))
        .flatMap(other -> other.fields().stream())
        .anyMatch(field -> Relations.targets(field).contains(model.name()));
  }

  /** The pairs of a relation come into a model, or out of it. */
  private Optional<ProjectState> through(ProjectState state, ModelState model) {
    return dice.any(model.manyToMany())
        .map(link -> {
          ModelName pairs = link.through();
          if (pairs == null) {
            return RandomStates.through(state, model, link);
          }
          ManyToManyState plain = new ManyToManyState(link.name(), link.target(), null, null);
          ProjectState without = state.with(model.replace(plain));
          return isReferredTo(without, state.model(pairs)) ? state : without.without(pairs);
        });
  }

  /** Another field becomes the key, where nothing points to the old one. */
  private Optional<ProjectState> otherKey(ProjectState state, ModelState model) {
    boolean free =
        KEYS_GO.test(model.primaryKey())
            && model.manyToMany().isEmpty()
            && !isReferredTo(state, model)
            && model.fields().stream().noneMatch(f -> Relations.targets(f).contains(model.name()));
    return free
        ? pick(
                model,
                f ->
                    f instanceof ColumnState c
                        && c.isUnique()
                        && !c.isNullable()
                        && c.databaseDefault() == null
                        && c.type() != ColumnType.Simple.TEXT
                        && RandomFields.ALIKE.contains(c.type()))
            .map(f -> {
              ColumnState key = ((ColumnState) f).with(Flag.UNIQUE, false).primaryKey();
              ModelState bare =
                  model.withIndexes(List.of()).withConstraints(List.of()).withOptions(Words.USUAL);
              return state.with(fields.extras(bare.minus(model.primaryKey().name()).replace(key)));
            })
        : Optional.empty();
  }

  private static final Predicate<ColumnState> KEYS_GO =
      key -> key.isAuto() && key.name().equals("id");

  private static boolean canGo(FieldState field) {
    return !(field instanceof ColumnState column)
        || column.isNullable()
        || column.databaseDefault() != null;
  }

  private ModelState without(ModelState model, String field) {
    return fields.extras(
        model
            .withIndexes(List.of())
            .withConstraints(List.of())
            .withOptions(Words.USUAL)
            .minus(field));
  }

  private Optional<FieldState> pick(ModelState model, Predicate<FieldState> which) {
    return dice.any(model.fields().stream().filter(which).toList());
  }

  private static Optional<String> unused(ModelState model) {
    return RandomFields.NAMES.stream().filter(name -> model.find(name).isEmpty()).findFirst();
  }
}
