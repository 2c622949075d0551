package io.quintet.orm;

import io.quintet.orm.expr.Assignment;
import io.quintet.orm.expr.Condition;
import io.quintet.orm.expr.Expression;
import io.quintet.orm.expr.Functions;
import io.quintet.orm.expr.Lookup;
import io.quintet.orm.expr.Node;
import io.quintet.orm.internal.db.Database;
import io.quintet.orm.internal.db.Runner;
import io.quintet.orm.internal.sql.Compiler;
import io.quintet.orm.internal.sql.Param;
import io.quintet.orm.internal.sql.Statement;
import io.quintet.orm.meta.FieldMeta;
import io.quintet.orm.meta.FieldType;
import io.quintet.orm.meta.ModelMeta;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Writes some fields of many entities, as many of them a statement as the database allows. */
final class BulkUpdate {
  private static final int MAX_ROWS = 500;
  private static final int BATCH = 1_000;

  private BulkUpdate() {}

  static <M extends Entity> int run(
      QuerySet<M> rows, List<M> entities, int batchSize, String... names) {
    ModelMeta<M> meta = rows.model();
    List<FieldMeta> fields = fields(meta, names);
    if (batchSize < 0) {
      throw new IllegalArgumentException(
          "A batch has at least one row, not %d.".formatted(batchSize));
    }
    for (M entity : entities) {
      if (!entity.isSaved()) {
        throw new QueryException(
            "bulkUpdate got a %s that is not saved. Save it, or use bulkCreate."
                .formatted(meta.label()));
      }
    }
    if (isRowByRow(rows, entities, fields)) {
      return rowByRow(rows, entities, fields, batchSize);
    }
    int most =
        Math.max(1, rows.database().dialect().features().maxParameters() / (2 * fields.size() + 1));
    int size = Math.min(batchSize == 0 ? MAX_ROWS : batchSize, most);
    return Db.wholeOn(
        rows.alias(),
        () -> {
          int changed = 0;
          for (int from = 0; from < entities.size(); from += size) {
            changed +=
                batch(rows, entities.subList(from, Math.min(entities.size(), from + size)), fields);
          }
          return changed;
        });
  }

  /** Whether nothing but the values of the entities decides what is written to which row. */
  private static <M extends Entity> boolean isRowByRow(
      QuerySet<M> rows, List<M> entities, List<FieldMeta> fields) {
    ModelMeta<M> meta = rows.model();
    return rows.query().isWhole()
        && meta.parent().isEmpty()
        && meta.version().isEmpty()
        && entities.stream()
            .noneMatch(e -> fields.stream().anyMatch(f -> e.state().isComputed(f.index())));
  }

  /**
   * A batch of one statement, in the order of the keys: those who change the same rows wait for
   * each other in one direction only.
   */
  private static <M extends Entity> int rowByRow(
      QuerySet<M> rows, List<M> entities, List<FieldMeta> fields, int batchSize) {
    Database database = rows.database();
    Compiler compiler = RowQuery.compiler(database);
    List<FieldMeta> key = List.of(rows.model().primaryKey());
    List<Statement> statements =
        entities.stream()
            .sorted(BulkUpdate::byKey)
            .map(entity ->
                compiler.updateRow(
                    rows.model(), fields, params(fields, entity), key, params(key, entity)))
            .toList();
    int size = batchSize == 0 ? BATCH : batchSize;
    return Db.wholeOn(
        rows.alias(),
        () -> {
          int changed = 0;
          for (int from = 0; from < statements.size(); from += size) {
            changed +=
                Runner.batch(
                    database, statements.subList(from, Math.min(statements.size(), from + size)));
          }
          return changed;
        });
  }

  private static List<Param> params(List<FieldMeta> fields, Entity entity) {
    return fields.stream().map(f -> FieldParam.of(f, entity)).toList();
  }

  @SuppressWarnings("unchecked") // keys of one model are of one class
  private static int byKey(Entity one, Entity other) {
    return one.key() instanceof Comparable<?> key
        ? ((Comparable<Object>) key).compareTo(Objects.requireNonNull(other.key()))
        : 0;
  }

  private static List<FieldMeta> fields(ModelMeta<?> meta, String... names) {
    if (names.length == 0) {
      throw new QueryException("bulkUpdate names no field to write.");
    }
    List<FieldMeta> fields = new ArrayList<>();
    for (String name : names) {
      FieldMeta field = FieldValues.field(meta, name);
      if (field.primaryKey()) {
        throw new QueryException("bulkUpdate cannot change a primary key.");
      }
      if (field.encrypted()) {
        throw new QueryException(
            "bulkUpdate cannot write %s, which is encrypted. Save the entities.".formatted(field));
      }
      fields.add(field);
    }
    return fields;
  }

  private static <M extends Entity> int batch(
      QuerySet<M> rows, List<M> entities, List<FieldMeta> fields) {
    List<Object> keys = entities.stream().map(e -> Objects.requireNonNull(e.key())).toList();
    List<Assignment<M>> assignments = new ArrayList<>();
    for (FieldMeta field : fields) {
      assignments.add(new Assignment<>(field.name(), value(field, entities)));
    }
    int changed = rows.filter(new Condition<M>(new Node.Named("pk__in", keys))).update(assignments);
    for (M entity : entities) {
      entity.state().computedWereWritten();
      RowVersion.wasRaised(rows.model(), entity);
    }
    return changed;
  }

  /** The value of each row by its key; of all at once when it is the same. */
  private static <M extends Entity> Node value(FieldMeta field, List<M> entities) {
    List<Node> values = entities.stream().map(e -> node(field, e)).toList();
    if (values.stream().distinct().count() == 1) {
      return values.getFirst();
    }
    List<Node.When> cases = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      Node key = new Node.Value(entities.get(i).key());
      cases.add(
          new Node.When(
              new Node.Compare(Lookup.EXACT, new Node.Field(List.of("pk")), List.of(key)),
              values.get(i)));
    }
    Node choice = new Node.Case(cases, new Node.Value(null));
    return Functions.cast(new Expression<M, Object>(choice), field.columnType()).node();
  }

  private static Node node(FieldMeta field, Entity entity) {
    if (entity.state().isComputed(field.index())) {
      return Objects.requireNonNull(entity.state().computed().get(field.index()));
    }
    FieldType type = field.columnType();
    return new Node.Value(FieldParam.of(field, entity).value(), type);
  }
}
