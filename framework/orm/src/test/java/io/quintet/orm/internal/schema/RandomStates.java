package io.quintet.orm.internal.schema;

import io.quintet.orm.annotation.OnDelete;
import io.quintet.orm.migrations.ColumnState;
import io.quintet.orm.migrations.ColumnState.Flag;
import io.quintet.orm.migrations.ColumnType;
import io.quintet.orm.migrations.ColumnType.Simple;
import io.quintet.orm.migrations.ConstraintState;
import io.quintet.orm.migrations.FieldState;
import io.quintet.orm.migrations.IndexState;
import io.quintet.orm.migrations.ManyToManyState;
import io.quintet.orm.migrations.ModelName;
import io.quintet.orm.migrations.ModelOptions;
import io.quintet.orm.migrations.ModelState;
import io.quintet.orm.migrations.ProjectState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;

/** Makes states of models at random, and changes them a little at random. */
final class RandomStates {
  private static final List<String> MODELS = List.of("Author", "Book", "City", "Tag");
  private static final List<String> FIELDS = List.of("alpha", "beta", "gamma", "delta", "someName");

  /** Values of one can be kept in another. */
  private static final List<ColumnType> ALIKE =
      List.of(
          Simple.INTEGER,
          Simple.BIG_INTEGER,
          Simple.TEXT,
          new ColumnType.Varchar(20),
          new ColumnType.Varchar(200),
          new ColumnType.Decimal(12, 0));

  private static final List<ColumnType> OTHERS =
      List.of(Simple.BOOLEAN, Simple.DATE, Simple.TIMESTAMP, Simple.UUID, Simple.JSON, Simple.REAL);

  private final Random random;

  RandomStates(Random random) {
    this.random = random;
  }

  private <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  ProjectState state() {
    List<ModelState> models = new ArrayList<>();
    int count = 1 + random.nextInt(3);
    for (int i = 0; i < count; i++) {
      models.add(Words.model("blog." + MODELS.get(i), Words.id()));
    }
    for (int i = 0; i < count; i++) {
      int fields = random.nextInt(4);
      for (int f = 0; f < fields; f++) {
        models.set(i, models.get(i).plus(field(FIELDS.get(f), models, false)));
      }
      models.set(i, extras(models.get(i)));
    }
    return ProjectState.of(models);
  }

  private FieldState field(String name, List<ModelState> models, boolean rowsExist) {
    if (chance(30)) {
      ModelName target = one(models).name();
      if (chance(40)) {
        return new ManyToManyState(name, target, null, null);
      }
      ColumnState key =
          ColumnState.of(name, new ColumnType.ForeignKey(target, OnDelete.CASCADE, !chance(10)));
      return chance(60) || rowsExist ? key.nullable() : key;
    }
    ColumnType type = chance(60) ? one(ALIKE) : one(OTHERS);
    ColumnState column = ColumnState.of(name, type);
    if (chance(40)) {
      column = column.nullable();
    }
    if (chance(20) && !rowsExist && ALIKE.contains(type)) {
      column = column.unique();
    } else if (chance(25) && type != Simple.JSON) {
      column = column.indexed();
    }
    if (chance(15)) {
      column = column.column("col_" + name.toLowerCase(java.util.Locale.ROOT));
    }
    return chance(15) && type == Simple.INTEGER ? column.databaseDefault("7") : column;
  }

  private ModelState extras(ModelState model) {
    List<ColumnState> plain =
        model.columns().stream()
            .filter(c -> ALIKE.contains(c.type()) && !c.isPrimaryKey())
            .toList();
    String lower = model.name().lower();
    ModelState made =
        model
            .withIndexes(List.of())
            .withConstraints(List.of())
            .withOptions(ModelOptions.USUAL.ordering(chance(30) ? List.of("id") : List.of()));
    if (plain.isEmpty()) {
      return made;
    }
    ColumnState column = one(plain);
    boolean longText = column.type() == Simple.TEXT;
    if (chance(30)) {
      made =
          made.withIndexes(
              List.of(
                  new IndexState(lower + "_idx", List.of("-" + column.name(), "id"), null),
                  new IndexState(lower + "_part", List.of(column.name()), "id > 5")));
    }
    if (chance(20) && !longText) {
      made =
          made.withConstraints(
              List.of(
                  new ConstraintState.Check(
                      lower + "_check",
                      "%1$s IS NULL OR %1$s IS NOT NULL".formatted(column.column())),
                  new ConstraintState.Unique(lower + "_uniq", List.of(column.name(), "id"), null)));
    }
    if (chance(20) && !longText) {
      made = made.withOptions(made.options().uniqueTogether("id", column.name()));
    }
    if (chance(10)) {
      made = made.withOptions(made.options().table("own_" + lower));
    }
    return chance(15) ? made.withOptions(made.options().comment("All of them")) : made;
  }

  /** Another state that can be reached without losing what cannot be made up again. */
  ProjectState changed(ProjectState state) {
    while (true) {
      ProjectState changed = state;
      int steps = 1 + random.nextInt(4);
      for (int i = 0; i < steps; i++) {
        changed = step(changed).filter(RandomStates::isWhole).orElse(changed);
      }
      if (isReachable(state, changed)) {
        return changed;
      }
    }
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
            || (ALIKE.contains(old.type()) && ALIKE.contains(column.type()));
    return sameValues
        && (!column.isUnique() || (!old.isNullable() && old.databaseDefault() == null));
  }

  private static boolean isWhole(ProjectState state) {
    return state.models().stream().allMatch(RandomStates::hasColumnsOfItsOwn)
        && state.models().stream()
            .flatMap(model -> model.fields().stream())
            .flatMap(field -> Relations.targets(field).stream())
            .allMatch(target -> state.find(target).isPresent());
  }

  private static boolean hasColumnsOfItsOwn(ModelState model) {
    return model.columns().stream().map(ColumnState::column).distinct().count()
        == model.columns().size();
  }

  private Optional<ProjectState> step(ProjectState state) {
    ModelState model = one(state.models());
    return switch (random.nextInt(8)) {
      case 0 ->
          unused(model).map(name -> state.with(model.plus(field(name, state.models(), true))));
      case 1 -> pick(model, RandomStates::canGo).map(f -> state.with(without(model, f.name())));
      case 2 ->
          pick(model, f -> f instanceof ColumnState c && !c.isPrimaryKey())
              .map(f -> state.with(altered(model, (ColumnState) f)));
      case 3 ->
          pick(model, f -> !f.name().equals("id"))
              .flatMap(
                  f -> unused(model).map(name -> state.with(model.renameField(f.name(), name))));
      case 4 ->
          fresh(state)
              .map(name -> {
                ProjectState renamed = state.rename(model.name(), name);
                return renamed.with(extras(renamed.model(name)));
              });
      case 5 ->
          fresh(state)
              .map(name -> {
                ModelState added = Words.model(name.toString(), Words.id());
                ProjectState more = state.with(added);
                return more.with(added.plus(field("alpha", more.models(), true)));
              });
      case 6 ->
          state.models().size() == 1
                  || state.models().stream()
                      .filter(other -> !other.name().equals(model.name()))
                      .flatMap(other -> other.fields().stream())
                      .anyMatch(f -> Relations.targets(f).contains(model.name()))
              ? Optional.empty()
              : Optional.of(state.without(model.name()));
      default -> Optional.of(state.with(extras(model)));
    };
  }

  private static boolean canGo(FieldState field) {
    return !(field instanceof ColumnState column)
        || (!column.isPrimaryKey() && (column.isNullable() || column.databaseDefault() != null));
  }

  private ModelState without(ModelState model, String field) {
    return extras(
        model
            .withIndexes(List.of())
            .withConstraints(List.of())
            .withOptions(model.options().uniqueTogether(List.of()))
            .minus(field));
  }

  /** A check names columns, and a unique rule cannot have long text beside a counted key. */
  private ModelState altered(ModelState model, ColumnState column) {
    ColumnState now = altered(column);
    boolean other = !now.column().equals(column.column()) || now.type() == Simple.TEXT;
    return other ? extras(model.replace(now)) : model.replace(now);
  }

  private ColumnState altered(ColumnState column) {
    if (column.type() instanceof ColumnType.ForeignKey) {
      return chance(50) ? column.nullable() : column.with(Flag.INDEXED, !column.isIndexed());
    }
    if (ALIKE.contains(column.type()) && chance(50)) {
      return column.withType(one(ALIKE)).databaseDefault(null);
    }
    return switch (random.nextInt(4)) {
      case 0 -> column.with(Flag.NULLABLE, !column.isNullable());
      case 1 ->
          column.isUnique() || column.type() == Simple.JSON
              ? column
              : column.with(Flag.INDEXED, !column.isIndexed());
      case 2 -> column.column(column.ownColumn() == null ? "moved" : null);
      default ->
          ALIKE.contains(column.type()) && !column.isNullable()
              ? column.with(Flag.UNIQUE, !column.isUnique()).with(Flag.INDEXED, false)
              : column;
    };
  }

  private Optional<FieldState> pick(ModelState model, Predicate<FieldState> which) {
    List<FieldState> fields = model.fields().stream().filter(which).toList();
    return fields.isEmpty() ? Optional.empty() : Optional.of(one(fields));
  }

  private static Optional<String> unused(ModelState model) {
    return FIELDS.stream().filter(name -> model.find(name).isEmpty()).findFirst();
  }

  private static Optional<ModelName> fresh(ProjectState state) {
    return MODELS.stream()
        .map(name -> new ModelName("blog", name))
        .filter(name -> state.find(name).isEmpty())
        .findFirst();
  }

  /** Smaller pairs that may fail for the same reason: without a model, a field or the extras. */
  static List<ProjectState> smaller(ProjectState state) {
    List<ProjectState> all = new ArrayList<>();
    for (ModelState model : state.models()) {
      all.add(state.without(model.name()));
      all.add(
          state.with(
              model
                  .withIndexes(List.of())
                  .withConstraints(List.of())
                  .withOptions(ModelOptions.USUAL)));
      for (FieldState field : model.fields()) {
        if (!field.name().equals("id") && !isNamed(model, field.name())) {
          all.add(state.with(model.minus(field.name())));
        }
      }
    }
    return all.stream().filter(s -> isWhole(s) && !s.equals(state)).toList();
  }

  private static boolean isNamed(ModelState model, String field) {
    return (model.indexes().toString() + model.constraints() + model.options()).contains(field);
  }
}
