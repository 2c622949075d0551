package io.quintet.orm;

import io.quintet.orm.internal.db.Database;
import io.quintet.orm.internal.db.Runner;
import io.quintet.orm.internal.sql.Param;
import io.quintet.orm.internal.sql.Statement;
import io.quintet.orm.meta.FieldMeta;
import io.quintet.orm.meta.ModelMeta;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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
    Map<Insertion, List<M>> alike = new LinkedHashMap<>();
    for (M entity : entities) {
      alike.computeIfAbsent(Insertion.of(meta, entity), i -> new ArrayList<>()).add(entity);
    }
    Db.atomicOn(
        alias,
        () ->
            alike.forEach((insertion, group) ->
                insert(meta, group, insertion, alias, ignoreConflicts)));
  }

  private static <M extends Entity> void insert(
      ModelMeta<M> meta,
      List<M> entities,
      Insertion insertion,
      String alias,
      boolean ignoreConflicts) {
    Database database = Db.database(alias);
    List<FieldMeta> fields = insertion.given();
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
      List<FieldMeta> returning = ignoreConflicts ? List.of() : insertion.filledIn();
      Statement statement = QuerySet.compiler(database).insert(meta, fields, rows, returning);
      if (ignoreConflicts) {
        Runner.update(
            database,
            new Statement(statement.sql() + " ON CONFLICT DO NOTHING", statement.params()));
      } else {
        insertChunk(meta, chunk, database, statement, insertion);
      }
    }
  }

  private static <M extends Entity> void insertChunk(
      ModelMeta<M> meta,
      List<M> chunk,
      Database database,
      Statement statement,
      Insertion insertion) {
    if (insertion.filledIn().isEmpty()) {
      Runner.update(database, statement);
    } else {
      List<List<@Nullable Object>> values =
          Runner.returning(database, statement, insertion::read);
      for (int i = 0; i < values.size(); i++) {
        insertion.fill(chunk.get(i), values.get(i));
      }
    }
    chunk.forEach(e -> EntityLoader.remember(meta, e, database.alias(), null));
  }
}
