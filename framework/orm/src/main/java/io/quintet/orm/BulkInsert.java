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
    run(
        meta,
        entities,
        alias,
        ignoreConflicts ? BulkCreate.ignoringConflicts() : BulkCreate.plain());
  }

  static <M extends Entity> void run(
      ModelMeta<M> meta, List<M> entities, String alias, BulkCreate how) {
    check(meta, how);
    if (entities.isEmpty()) {
      return;
    }
    for (M entity : entities) {
      if (entity.isSaved()) {
        throw new QueryException(
            "bulkCreate got a %s that is saved already. Give it new entities only."
                .formatted(meta.label()));
      }
      Saver.fill(meta, entity, true);
    }
    Db.wholeOn(
        alias,
        () -> {
          for (ModelMeta<?> table : meta.lineage()) {
            Map<Insertion, List<M>> alike = new LinkedHashMap<>();
            for (M entity : entities) {
              alike
                  .computeIfAbsent(Insertion.of(table, entity), i -> new ArrayList<>())
                  .add(entity);
            }
            alike.forEach((insertion, group) -> insert(table, group, insertion, alias, how));
          }
        });
    if (!how.ignoring()) {
      for (M entity : entities) {
        EntityLoader.remember(meta, entity, alias, null);
        entity.state().computedWereWritten();
      }
    }
  }

  private static void check(ModelMeta<?> meta, BulkCreate how) {
    if (meta.parent().isPresent() && (how.ignoring() || !how.updated().isEmpty())) {
      throw new QueryException(
          "bulkCreate cannot %s rows of %s that are there already: each is in the tables of %s. Create them plainly, or save them one by one."
              .formatted(
                  how.ignoring() ? "ignore" : "update",
                  meta.label(),
                  String.join(" and ", meta.lineage().stream().map(ModelMeta::label).toList())));
    }
    if (!how.updated().isEmpty() && how.unique().isEmpty()) {
      throw new QueryException(
          "bulkCreate updates rows that are there already, but is not told how they are known. Add whereSame(\"field\").");
    }
    for (String name : how.updated()) {
      if (FieldValues.field(meta, name).primaryKey()) {
        throw new QueryException("bulkCreate cannot update the primary key of rows.");
      }
    }
    how.unique().forEach(name -> FieldValues.field(meta, name));
  }

  private static <M extends Entity> void insert(
      ModelMeta<?> meta, List<M> entities, Insertion insertion, String alias, BulkCreate how) {
    Database database = Db.database(alias);
    List<FieldMeta> fields = insertion.given();
    int perStatement = rowsPerStatement(fields.size(), database, how);
    for (int from = 0; from < entities.size(); from += perStatement) {
      List<M> chunk = entities.subList(from, Math.min(entities.size(), from + perStatement));
      List<List<Param>> rows = new ArrayList<>();
      for (M entity : chunk) {
        rows.add(fields.stream().map(f -> FieldParam.of(f, entity)).toList());
      }
      List<FieldMeta> returning = how.ignoring() ? List.of() : insertion.filledIn();
      Statement statement = RowQuery.compiler(database).insert(meta, fields, rows, returning);
      if (how.ignoring()) {
        Runner.update(database, Conflicts.ignore(statement, meta.primaryKey(), database));
      } else {
        insertChunk(chunk, database, resolving(meta, statement, how, database), insertion);
      }
    }
  }

  private static int rowsPerStatement(int fields, Database database, BulkCreate how) {
    if (fields == 0) {
      return 1;
    }
    int most = Math.max(1, database.dialect().features().maxParameters() / fields);
    return Math.min(how.batchSize() == 0 ? MAX_ROWS : how.batchSize(), most);
  }

  private static Statement resolving(
      ModelMeta<?> meta, Statement insert, BulkCreate how, Database database) {
    return how.updated().isEmpty()
        ? insert
        : Conflicts.update(
            insert,
            how.updated().stream().map(n -> FieldValues.field(meta, n)).toList(),
            how.unique().stream().map(n -> FieldValues.field(meta, n)).toList(),
            database);
  }

  private static <M extends Entity> void insertChunk(
      List<M> chunk, Database database, Statement statement, Insertion insertion) {
    if (insertion.filledIn().isEmpty()) {
      Runner.update(database, statement);
    } else {
      List<List<@Nullable Object>> values = Runner.returning(database, statement, insertion::read);
      for (int i = 0; i < values.size(); i++) {
        insertion.fill(chunk.get(i), values.get(i));
      }
    }
  }
}
