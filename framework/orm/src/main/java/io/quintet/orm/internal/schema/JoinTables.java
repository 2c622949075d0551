package io.quintet.orm.internal.schema;

import io.quintet.orm.annotation.OnDelete;
import io.quintet.orm.migrations.ColumnState;
import io.quintet.orm.migrations.ColumnState.Flag;
import io.quintet.orm.migrations.ColumnType;
import io.quintet.orm.migrations.ConstraintState;
import io.quintet.orm.migrations.ManyToManyState;
import io.quintet.orm.migrations.ModelName;
import io.quintet.orm.migrations.ModelOptions;
import io.quintet.orm.migrations.ModelState;
import java.util.List;
import java.util.Set;

/** The table of pairs of a many-to-many field, as a model that nobody declared. */
public final class JoinTables {
  private JoinTables() {}

  /** Whether a state is that of a table of pairs, which nobody declared. */
  static boolean isOne(ModelState model) {
    return model.name().model().indexOf('_') > 0
        && model.constraints().size() == 1
        && model.columns().size() == 3;
  }

  /** The tables of pairs that a model owns. */
  static List<ModelState> of(ModelState owner) {
    if (!owner.options().hasTable()) {
      return List.of();
    }
    return owner.manyToMany().stream()
        .filter(f -> f.through() == null)
        .map(f -> of(owner, f))
        .toList();
  }

  /** The table of pairs of one field, which has no through model. */
  static ModelState of(ModelState owner, ManyToManyState field) {
    String ownTable = field.table();
    String table = ownTable != null ? ownTable : Names.joinTable(owner.table(), field.name());
    boolean self = field.target().lower().equals(owner.name().lower());
    List<String> own = field.columns().isEmpty() ? List.of("", "") : field.columns();
    ColumnState from =
        key((self ? "from_" : "") + owner.name().lower(), own.getFirst(), owner.name());
    ColumnState to =
        key((self ? "to_" : "") + field.target().lower(), own.getLast(), field.target());
    ColumnState id =
        new ColumnState("id", "id", ColumnType.Simple.BIG_AUTO, Set.of(Flag.PRIMARY_KEY), null);
    return new ModelState(
        new ModelName(owner.name().app(), owner.name().model() + "_" + field.name()),
        List.of(id, from, to),
        List.of(),
        List.of(
            new ConstraintState.Unique(
                Names.uniqueTogether(table, List.of(from.column(), to.column())),
                List.of(from.name(), to.name()),
                null)),
        ModelOptions.USUAL.table(table));
  }

  /** The table of pairs of a field as a model that is declared, with these keys. */
  public static ModelState asModel(
      ModelState owner, ManyToManyState field, ModelName name, String source, String target) {
    ModelState pairs = of(owner, field);
    List<ColumnState> columns = pairs.columns();
    ConstraintState.Unique unique = (ConstraintState.Unique) pairs.constraints().getFirst();
    return new ModelState(
        name,
        List.of(
            ColumnState.of("id", ColumnType.Simple.BIG_AUTO).primaryKey(),
            declared(columns.get(1), source),
            declared(columns.get(2), target)),
        List.of(),
        List.of(new ConstraintState.Unique(unique.name(), List.of(source, target), null)),
        pairs.options());
  }

  /** Whether a model is what the table of pairs of a field would be. */
  public static boolean isLike(ModelState model, ModelState owner, ManyToManyState field) {
    List<ColumnState> columns = model.columns();
    if (columns.size() != 3) {
      return false;
    }
    ModelState pairs =
        asModel(owner, field, model.name(), columns.get(1).name(), columns.get(2).name());
    ModelState turned =
        asModel(owner, field, model.name(), columns.get(2).name(), columns.get(1).name());
    return isLike(model, pairs) || isLike(model, turned);
  }

  private static boolean isLike(ModelState model, ModelState pairs) {
    return Set.copyOf(model.fields()).equals(Set.copyOf(pairs.fields()))
        && model.constraints().equals(pairs.constraints())
        && model.indexes().isEmpty()
        && Together.constraints(model).size() == 1
        && model.table().equals(pairs.table())
        && model.options().comment() == null
        && model.options().orderWithRespectTo() == null;
  }

  private static ColumnState declared(ColumnState column, String name) {
    boolean usual = Names.column(name, column.type()).equals(column.column());
    return column.renamed(name).column(usual ? null : column.column());
  }

  private static ColumnState key(String name, String column, ModelName target) {
    return new ColumnState(
        name,
        column.isEmpty() ? name + "_id" : column,
        new ColumnType.ForeignKey(target, OnDelete.CASCADE, true),
        Set.of(Flag.INDEXED),
        null);
  }
}
