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
import java.util.List;
import java.util.Locale;

/** Fields, indexes, constraints and options at random. */
final class RandomFields {
  static final List<String> NAMES = List.of("alpha", "beta", "gamma", "delta", "someName");

  /** Values of one can be kept in another. */
  static final List<ColumnType> ALIKE =
      List.of(
          Simple.INTEGER,
          Simple.BIG_INTEGER,
          Simple.TEXT,
          new ColumnType.Varchar(20),
          new ColumnType.Varchar(200),
          new ColumnType.Decimal(12, 0));

  private static final List<ColumnType> OTHERS =
      List.of(Simple.BOOLEAN, Simple.DATE, Simple.TIMESTAMP, Simple.UUID, Simple.JSON, Simple.REAL);

  /** What a key may be that is a number. */
  static final List<ColumnType> KEYS =
      List.of(Simple.BIG_AUTO, Simple.AUTO, Simple.BIG_INTEGER, Simple.INTEGER);

  private final Dice dice;

  RandomFields(Dice dice) {
    this.dice = dice;
  }

  FieldState field(String name, List<ModelState> models, boolean rowsExist) {
    if (dice.chance(30)) {
      ModelName target = dice.one(models).name();
      if (dice.chance(40)) {
        return new ManyToManyState(name, target, null, null);
      }
      ColumnState key =
          ColumnState.of(
              name, new ColumnType.ForeignKey(target, OnDelete.CASCADE, !dice.chance(10)));
      return dice.chance(60) || rowsExist ? key.nullable() : key;
    }
    ColumnType type = dice.chance(60) ? dice.one(ALIKE) : dice.one(OTHERS);
    ColumnState column = ColumnState.of(name, type);
    if (dice.chance(40)) {
      column = column.nullable();
    }
    if (dice.chance(20) && !rowsExist && ALIKE.contains(type)) {
      column = column.unique();
    } else if (dice.chance(25) && type != Simple.JSON) {
      column = column.indexed();
    }
    if (dice.chance(15)) {
      column = column.column("col_" + name.toLowerCase(Locale.ROOT));
    }
    return dice.chance(15) && type == Simple.INTEGER ? column.databaseDefault("7") : column;
  }

  /** With other indexes, constraints and options. */
  ModelState extras(ModelState model) {
    ColumnState key = model.primaryKey();
    ModelOptions options =
        ModelOptions.USUAL.ordering(dice.chance(30) ? List.of(key.name()) : List.of());
    ModelState made =
        model
            .withIndexes(List.of())
            .withConstraints(List.of())
            .withOptions(dice.chance(15) ? options.orderWithRespectTo(relation(model)) : options);
    List<ColumnState> plain =
        model.columns().stream()
            .filter(c -> ALIKE.contains(c.type()) && !c.isPrimaryKey())
            .toList();
    if (!plain.isEmpty()) {
      made = over(made, dice.one(plain), key);
    }
    if (dice.chance(10)) {
      made = made.withOptions(made.options().table("own_" + lower(model)));
    }
    return dice.chance(15) ? made.withOptions(made.options().comment("All of them")) : made;
  }

  private static String lower(ModelState model) {
    return model.name().app() + "_" + model.name().lower();
  }

  private static String relation(ModelState model) {
    return model.columns().stream()
        .filter(c -> c.type() instanceof ColumnType.ForeignKey && !c.isPrimaryKey())
        .map(ColumnState::name)
        .findFirst()
        .orElse(null);
  }

  private ModelState over(ModelState model, ColumnState column, ColumnState key) {
    ModelState made = model;
    String name = lower(model);
    boolean longText = column.type() == Simple.TEXT;
    if (dice.chance(30)) {
      List<IndexState> indexes =
          List.of(
              new IndexState(name + "_idx", List.of("-" + column.name(), key.name()), null),
              new IndexState(name + "_part", List.of(column.name()), key.column() + " > 5"));
      made = made.withIndexes(KEYS.contains(key.type()) ? indexes : indexes.subList(0, 1));
    }
    if (dice.chance(20) && !longText) {
      made =
          made.withConstraints(
              List.of(
                  new ConstraintState.Check(
                      name + "_check",
                      "%1$s IS NULL OR %1$s IS NOT NULL".formatted(column.column())),
                  new ConstraintState.Unique(
                      name + "_uniq", List.of(column.name(), key.name()), null)));
    }
    return dice.chance(20) && !longText
        ? made.withOptions(made.options().uniqueTogether(key.name(), column.name()))
        : made;
  }

  /** A check names columns, and a unique rule cannot have long text beside a counted key. */
  ModelState altered(ModelState model, ColumnState column) {
    ColumnState now = altered(column);
    boolean other = !now.column().equals(column.column()) || now.type() == Simple.TEXT;
    return other ? extras(model.replace(now)) : model.replace(now);
  }

  private ColumnState altered(ColumnState column) {
    if (column.isPrimaryKey()) {
      return KEYS.contains(column.type()) ? column.withType(dice.one(KEYS)) : column;
    }
    if (column.type() instanceof ColumnType.ForeignKey) {
      return dice.chance(50) ? column.nullable() : column.with(Flag.INDEXED, !column.isIndexed());
    }
    if (ALIKE.contains(column.type()) && dice.chance(50)) {
      return column.withType(dice.one(ALIKE)).databaseDefault(null);
    }
    return switch (dice.upTo(3)) {
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
}
