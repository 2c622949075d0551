package io.quintet.orm;

import io.quintet.orm.internal.db.Database;
import io.quintet.orm.internal.db.Runner;
import io.quintet.orm.internal.sql.Param;
import io.quintet.orm.internal.sql.Statement;
import io.quintet.orm.meta.FieldMeta;
import io.quintet.orm.meta.FieldType;
import io.quintet.orm.meta.ModelMeta;
import java.util.ArrayList;
import java.util.List;

/**
 * A new row for an entity, in each table that holds a part of it.
 *
 * @param overwrites whether it is written into the row that has its number as key, if there is one
 */
record RowInsert(ModelMeta<?> meta, Entity entity, boolean overwrites) {
  void run(Database database) {
    FieldMeta key = meta.root().primaryKey();
    boolean overwriting = false;
    for (ModelMeta<?> table : meta.lineage()) {
      Insertion insertion = Insertion.of(table, entity);
      overwriting |= insertion.given().contains(key) && overwrites(key);
      insert(table, insertion, overwriting, database);
    }
  }

  private void insert(
      ModelMeta<?> table, Insertion insertion, boolean overwriting, Database database) {
    List<Param> row = new ArrayList<>();
    for (FieldMeta field : insertion.given()) {
      row.add(FieldParam.of(field, entity));
    }
    Statement statement =
        RowQuery.compiler(database)
            .insert(table, insertion.given(), List.of(row), insertion.filledIn());
    if (overwriting) {
      statement = upsert(table, statement, insertion.given(), database);
    }
    if (insertion.filledIn().isEmpty()) {
      Runner.update(database, statement);
    } else {
      insertion.fill(entity, Runner.returning(database, statement, insertion::read).getFirst());
    }
  }

  /** A number that the program gave in place of the database may be that of a row. */
  private boolean overwrites(FieldMeta key) {
    return overwrites && key.type() instanceof FieldType.Identity;
  }

  private static Statement upsert(
      ModelMeta<?> table, Statement insert, List<FieldMeta> fields, Database database) {
    List<FieldMeta> others = fields.stream().filter(f -> !f.primaryKey()).toList();
    return Conflicts.update(insert, others, List.of(table.primaryKey()), database);
  }
}
