package io.quintet.orm.internal.schema;

import io.quintet.orm.annotation.OnDelete;
import io.quintet.orm.migrations.ColumnState;
import io.quintet.orm.migrations.ColumnType;
import io.quintet.orm.migrations.ColumnType.Simple;
import io.quintet.orm.migrations.ConstraintState;
import io.quintet.orm.migrations.FieldState;
import io.quintet.orm.migrations.IndexState;
import io.quintet.orm.migrations.ManyToManyState;
import io.quintet.orm.migrations.ModelName;
import io.quintet.orm.migrations.ModelOperation;
import io.quintet.orm.migrations.ModelOptions;
import io.quintet.orm.migrations.ModelState;
import java.util.List;

/** Short words for states in tests; a migration has the same ones. */
final class Words {
  static final ModelOptions USUAL = ModelOptions.USUAL;

  private Words() {}

  static ColumnState id() {
    return ColumnState.of("id", Simple.BIG_AUTO).primaryKey();
  }

  static ColumnState varchar(String name, int length) {
    return ColumnState.of(name, new ColumnType.Varchar(length));
  }

  static ColumnState integer(String name) {
    return ColumnState.of(name, Simple.INTEGER);
  }

  static ColumnState of(String name, ColumnType type) {
    return ColumnState.of(name, type);
  }

  static ColumnState key(String name, String target) {
    return ColumnState.of(
        name, new ColumnType.ForeignKey(ModelName.parse(target), OnDelete.CASCADE, true));
  }

  static ManyToManyState many(String name, String target) {
    return new ManyToManyState(name, ModelName.parse(target), null, null);
  }

  static ModelOperation.CreateModel create(String model, FieldState... fields) {
    return new ModelOperation.CreateModel(
        model, List.of(fields), List.of(), List.of(), ModelOptions.USUAL);
  }

  static ModelState model(String name, FieldState... fields) {
    return new ModelState(
        ModelName.parse(name), List.of(fields), List.of(), List.of(), ModelOptions.USUAL);
  }

  static IndexState index(String name, String... fields) {
    return new IndexState(name, List.of(fields), null);
  }

  static ConstraintState unique(String name, String... fields) {
    return new ConstraintState.Unique(name, List.of(fields), null);
  }
}
