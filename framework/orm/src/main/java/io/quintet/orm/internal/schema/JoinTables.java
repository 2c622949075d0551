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
final class JoinTables {
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
    boolean self = field.target().equals(owner.name());
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

  private static ColumnState key(String name, String column, ModelName target) {
    return new ColumnState(
        name,
        column.isEmpty() ? name + "_id" : column,
        new ColumnType.ForeignKey(target, OnDelete.CASCADE, true),
        Set.of(Flag.INDEXED),
        null);
  }
}
