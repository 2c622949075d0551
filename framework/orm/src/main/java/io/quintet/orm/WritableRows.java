package io.quintet.orm;

import io.quintet.orm.expr.Assignment;
import io.quintet.orm.expr.Expression;
import io.quintet.orm.expr.Node;
import io.quintet.orm.internal.db.Runner;
import io.quintet.orm.internal.sql.Query;
import io.quintet.orm.internal.sql.Statement;
import io.quintet.orm.meta.Models;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Rows of a model that are changed, deleted and made. Part of {@link QuerySet}.
 *
 * @param <M> the model
 */
public abstract sealed class WritableRows<M extends Entity> extends ColumnRows<M> permits QuerySet {
  WritableRows(Query query) {
    super(query);
  }

  /**
   * Changes all rows in one statement; the number of rows. Signals and {@code save()} are not
   * called.
   */
  @SafeVarargs
  public final int update(Assignment<M>... assignments) {
    return update(List.of(assignments));
  }

  int update(List<Assignment<M>> assignments) {
    refuseCombined("update");
    List<Assignment<M>> all = RowVersion.raising(model(), assignments);
    return model().parent().isPresent()
        ? InheritedUpdate.run(self(), all)
        : changed(compiler().update(query(), all));
  }

  int changed(Statement statement) {
    return query().nothing() || statement.nothing() ? 0 : Runner.update(database(), statement);
  }

  /** Changes all rows in one statement, by names. */
  public final int update(Map<String, ?> values) {
    List<Assignment<M>> assignments = new ArrayList<>();
    values.forEach((name, value) ->
        assignments.add(
            new Assignment<>(
                name, value instanceof Expression<?, ?> e ? e.node() : new Node.Value(value))));
    return update(assignments);
  }

  /**
   * Deletes all rows and what their foreign keys say; marks them, where the model has a
   * {@code @SoftDelete} field.
   *
   * @return how many rows of models went, without pairs of many-to-many relations
   * @throws ProtectedException when a relation protects a row
   */
  public final long delete() {
    return ofModels(deleteCounting());
  }

  private static long ofModels(Map<String, Long> counts) {
    return counts.entrySet().stream()
        .filter(counted -> Models.find(counted.getKey()).isPresent())
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  /**
   * Removes all rows and what their foreign keys say, also where deleting only marks them; {@code
   * withDeleted().hardDelete()} has those that are marked already.
   *
   * @return how many rows of models went
   * @throws ProtectedException when a relation protects a row
   */
  public final long hardDelete() {
    return ofModels(Deletion.hard(load(), alias()).execute());
  }

  /**
   * The same; how many rows went by the label of their model, pairs too: {@code blog.Post_tags}.
   */
  public final Map<String, Long> deleteCounting() {
    refuseCombined("delete");
    if (query().isDistinct()) {
      throw new QueryException(
          "delete() after distinct(...) is not clear about what goes. Filter by pk__in.");
    }
    if (query().nothing()) {
      return Map.of();
    }
    if (Deletion.isPlain(model()) && !query().isSliced()) {
      return Map.of(model().label(), (long) changed(compiler().delete(query())));
    }
    return Deletion.direct(load(), alias()).execute();
  }

  /** What a deletion would take, without deleting. */
  public final Deletion deletion() {
    return Deletion.of(load(), alias());
  }

  /** Saves a new entity. */
  public final M create(M entity) {
    entity.saveTo(alias());
    return entity;
  }

  /**
   * Saves a new entity whose fields are set by name; see {@link Entity#set}. In the rows of a
   * relation it belongs to their owner.
   */
  public final M create(Map<String, ?> values) {
    return Upsert.create(self(), entity -> FieldValues.set(entity, values));
  }

  /**
   * The row with these values, made if it does not exist. Right also when another transaction makes
   * it at the same time.
   *
   * @param lookups field names and their values
   * @param defaults sets what else a new entity needs
   */
  public final Created<M> getOrCreate(Map<String, ?> lookups, Consumer<M> defaults) {
    return Upsert.getOrCreate(self(), lookups, defaults);
  }

  /** The same with what else a new entity needs by name; look-ups with "__" only find. */
  public final Created<M> getOrCreate(Map<String, ?> lookups, Map<String, ?> defaults) {
    return Upsert.getOrCreate(self(), lookups, entity -> FieldValues.set(entity, defaults));
  }

  /** The row with these values, changed by {@code change}; made if it does not exist. */
  public final Created<M> updateOrCreate(Map<String, ?> lookups, Consumer<M> change) {
    return Db.atomicOn(
        alias(),
        () -> {
          Created<M> found = self().selectForUpdate().getOrCreate(lookups, change);
          if (!found.created()) {
            change.accept(found.entity());
            found.entity().saveTo(alias());
          }
          return found;
        });
  }

  /** The row with these values, changed by name; made if it does not exist. */
  public final Created<M> updateOrCreate(Map<String, ?> lookups, Map<String, ?> changes) {
    return Upsert.updateOrCreate(self(), lookups, changes, changes);
  }

  /** The same; a row that does not exist is made with other values. */
  public final Created<M> updateOrCreate(
      Map<String, ?> lookups, Map<String, ?> changes, Map<String, ?> defaults) {
    return Upsert.updateOrCreate(self(), lookups, changes, defaults);
  }

  /**
   * Inserts entities in as few statements as possible; their keys are set. Signals are not sent.
   */
  public final List<M> bulkCreate(List<M> entities) {
    return bulkCreate(entities, BulkCreate.plain());
  }

  /** The same in a certain way: in batches, ignoring or updating rows that are there already. */
  public final List<M> bulkCreate(List<M> entities, BulkCreate how) {
    BulkInsert.run(model(), entities, alias(), how);
    return entities;
  }

  /**
   * Inserts those entities that break no constraint, and leaves out the others. Keys are not set.
   */
  public final void bulkCreateIgnoringConflicts(List<M> entities) {
    bulkCreate(entities, BulkCreate.ignoringConflicts());
  }

  /**
   * Writes some fields of entities that are saved, by name, in as few statements as possible.
   * Signals are not sent.
   *
   * @return how many rows were found
   */
  public final int bulkUpdate(List<M> entities, String... fields) {
    return BulkUpdate.run(self(), entities, 0, fields);
  }

  /** The same, at most so many rows in one statement. */
  public final int bulkUpdate(List<M> entities, int batchSize, String... fields) {
    return BulkUpdate.run(self(), entities, batchSize, fields);
  }
}
