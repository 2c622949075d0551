package io.quintet.orm;

import io.quintet.orm.meta.ModelMeta;
import io.quintet.orm.meta.Models;
import io.quintet.orm.meta.RelationMeta;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/**
 * What deleting some entities would do: which rows go, which are in the way. Nothing is deleted
 * before {@link #execute}.
 *
 * <pre>{@code
 * Deletion deletion = author.deletion();
 * deletion.rows();          // author, posts, comments
 * deletion.protectedBy();   // rows that forbid it
 * deletion.execute();
 * }</pre>
 *
 * <p>A row of a model that extends another goes with the rows of the models above it, and a row
 * above with those below.
 */
public final class Deletion {
  /** An entity that goes, and those that go because of it. */
  public record Branch(Entity entity, List<Branch> children) {}

  private final DeletionCollector found;

  private Deletion(DeletionCollector found) {
    this.found = found;
  }

  /** One that marks rows where their model says so, else removes them. */
  static Deletion of(List<? extends Entity> entities, String alias) {
    return new Deletion(new DeletionCollector(alias, isMarked(entities), true).collect(entities));
  }

  /** The same, but it reads only the rows that it has to know. */
  static Deletion direct(List<? extends Entity> entities, String alias) {
    return new Deletion(new DeletionCollector(alias, isMarked(entities), false).collect(entities));
  }

  /** One that removes rows. */
  static Deletion hard(List<? extends Entity> entities, String alias) {
    return new Deletion(new DeletionCollector(alias, false, false).collect(entities));
  }

  private static boolean isMarked(List<? extends Entity> entities) {
    return !entities.isEmpty() && Models.of(entities.getFirst()).softDelete().isPresent();
  }

  /** The relations with a column that point to a model. */
  static List<RelationMeta> pointingTo(ModelMeta<?> model) {
    List<RelationMeta> found = new ArrayList<>();
    for (ModelMeta<?> other : Models.all()) {
      for (RelationMeta relation : other.ownRelations()) {
        if (!relation.isManyToMany() && relation.targetType() == model.concreteType()) {
          found.add(relation);
        }
      }
    }
    return found;
  }

  /**
   * Whether rows of a model can be deleted by one statement: they stand in one table, nothing
   * points to them and nobody listens.
   */
  static boolean isPlain(ModelMeta<?> model) {
    return model.softDelete().isEmpty()
        && model.parent().isEmpty()
        && pointingTo(model).isEmpty()
        && PairTable.of(model).isEmpty()
        && !ModelSignals.PRE_DELETE.isHeard()
        && !ModelSignals.POST_DELETE.isHeard();
  }

  /** The entities that were asked to be deleted, each with those that go because of it. */
  public List<Branch> tree() {
    return List.copyOf(found.roots());
  }

  /** All rows that go, by model. */
  public Map<ModelMeta<?>, List<Entity>> rows() {
    Map<ModelMeta<?>, List<Entity>> rows = new LinkedHashMap<>();
    found.rows().forEach((model, entities) -> rows.put(model, List.copyOf(entities.values())));
    return rows;
  }

  /** How many rows go, by the label of their model. */
  public Map<String, Long> counts() {
    Map<String, Long> counts = new LinkedHashMap<>();
    found.rows().forEach((model, entities) -> counts.put(model.label(), (long) entities.size()));
    return counts;
  }

  /** The rows that forbid the deletion; empty when it is allowed. */
  public List<Entity> protectedBy() {
    return List.copyOf(found.protectedBy());
  }

  /** Whether nothing forbids it. */
  public boolean isAllowed() {
    return found.protectedBy().isEmpty();
  }

  /**
   * Deletes, in one transaction.
   *
   * @return how many rows went, by the label of their model; pairs of many-to-many relations too
   * @throws ProtectedException when rows forbid it
   */
  public Map<String, Long> execute() {
    if (!isAllowed()) {
      throw new ProtectedException(
          "Cannot delete: %d row(s) still point there by %s. Delete or change them first."
              .formatted(
                  found.protectedBy().size(),
                  String.join(", ", new LinkedHashSet<>(found.reasons()))),
          protectedBy());
    }
    DeletionRun run = new DeletionRun(found);
    Db.wholeOn(found.alias(), run::run);
    return run.deleted();
  }
}
