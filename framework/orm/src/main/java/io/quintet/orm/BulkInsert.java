package io.quintet.orm;

import io.quintet.orm.internal.db.Database;
import io.quintet.orm.internal.db.Runner;
import io.quintet.orm.internal.db.Values;
import io.quintet.orm.internal.sql.Param;
import io.quintet.orm.internal.sql.Statement;
import io.quintet.orm.meta.FieldMeta;
import io.quintet.orm.meta.FieldType;
import io.quintet.orm.meta.ModelMeta;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Inserts many entities, as many a statement as the parameters of the database allow. */
final class BulkInsert {
  private static final int MAX_ROWS = 1000;

  private BulkInsert() {}

  static <M extends Entity> void run(
      ModelMeta<M> meta, List<M> entities, String alias, boolean ignoreConflicts) {
    if (entities.isEmpty()) {
      return;
    }
    for (M entity : entities) {
      if (entity.isSaved()) {
        throw new QueryException(
            "bulkCreate got a %s that is saved already. Give it new entities only."
                .formatted(meta.label()));
      }
      Saver.fillTimes(meta, entity, true);
    }
    FieldMeta key = meta.primaryKey();
    boolean generated = key.type() instanceof FieldType.Identity;
    List<M> withKey =
        entities.stream().filter(e -> !generated || !Objects.equals(key.get(e), 0L)).toList();
    List<M> withoutKey =
        entities.stream().filter(e -> generated && Objects.equals(key.get(e), 0L)).toList();
    Db.atomicOn(
        alias,
        () -> {
          insert(meta, withKey, meta.fields(), alias, false, ignoreConflicts);
          List<FieldMeta> fields = meta.fields().stream().filter(f -> f != key).toList();
          insert(meta, withoutKey, fields, alias, true, ignoreConflicts);
        });
  }

  private static <M extends Entity> void insert(
      ModelMeta<M> meta,
      List<M> entities,
      List<FieldMeta> fields,
      String alias,
      boolean keysComeBack,
      boolean ignoreConflicts) {
    Database database = Db.database(alias);
    int perStatement =
        fields.isEmpty()
            ? 1
            : Math.max(
                1,
                Math.min(MAX_ROWS, database.dialect().features().maxParameters() / fields.size()));
    for (int from = 0; from < entities.size(); from += perStatement) {
      List<M> chunk = entities.subList(from, Math.min(entities.size(), from + perStatement));
      List<List<Param>> rows = new ArrayList<>();
      for (M entity : chunk) {
        rows.add(fields.stream().map(f -> Saver.value(f, entity)).toList());
      }
      FieldMeta returning = keysComeBack && !ignoreConflicts ? meta.primaryKey() : null;
      Statement statement = QuerySet.compiler(database).insert(meta, fields, rows, returning);
      if (ignoreConflicts) {
        Runner.update(
            database,
            new Statement(statement.sql() + " ON CONFLICT DO NOTHING", statement.params()));
      } else {
        insertChunk(meta, chunk, database, statement, returning != null);
      }
    }
  }

  private static <M extends Entity> void insertChunk(
      ModelMeta<M> meta,
      List<M> chunk,
      Database database,
      Statement statement,
      boolean keysComeBack) {
    if (keysComeBack) {
      List<Object> keys =
          Runner.returning(
              database,
              statement,
              row -> Objects.requireNonNull(Values.read(row, 1, meta.primaryKey().columnType())));
      for (int i = 0; i < keys.size(); i++) {
        meta.primaryKey().set(chunk.get(i), keys.get(i));
      }
    } else {
      Runner.update(database, statement);
    }
    chunk.forEach(e -> EntityLoader.remember(meta, e, database.alias(), null));
  }
}
