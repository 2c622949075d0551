package io.quintet.orm.migrations;

import java.util.ArrayList;
import java.util.List;

/**
 * One recorded step in the history of an app's tables.
 *
 * <p>{@code makemigrations} writes subclasses; a person may edit them, or write one by hand:
 *
 * <pre>{@code
 * public final class M0002_post_pages extends Migration {
 *   public M0002_post_pages() {
 *     super("blog", "0002_post_pages");
 *     dependsOn("blog", "0001_initial");
 *     operations(addField("Post", integer("pages")).existingRows(0));
 *   }
 * }
 * }</pre>
 *
 * <p>It is found through {@link java.util.ServiceLoader}; the annotation processor writes the entry
 * for classes that are compiled on the class path, a named module says {@code provides
 * io.quintet.orm.migrations.Migration with ...}.
 */
public abstract non-sealed class Migration extends MigrationWords {
  private final MigrationId id;
  private final List<MigrationId> dependencies = new ArrayList<>();
  private final List<MigrationId> replaced = new ArrayList<>();
  private List<Operation> operations = List.of();
  private boolean atomic = true;

  /**
   * A migration of an app.
   *
   * @param app the label of the app
   * @param name its name, beginning with a number: {@code 0001_initial}
   */
  protected Migration(String app, String name) {
    id = new MigrationId(app, name);
  }

  /** Another migration must be applied before this one. */
  protected final void dependsOn(String app, String name) {
    dependencies.add(new MigrationId(app, name));
  }

  /** It stands for another one, together with others: a squashed migration. */
  protected final void replaces(String app, String name) {
    replaced.add(new MigrationId(app, name));
  }

  /** A step in Java or SQL of another migration, by its place there: for squashed migrations. */
  protected static Operation stepOf(Migration migration, int place) {
    return migration.operations().get(place);
  }

  /** What it does, in order. */
  protected final void operations(Operation... inOrder) {
    operations = List.of(inOrder);
  }

  /**
   * Applies it without a transaction around it, for statements that the database refuses inside
   * one.
   */
  protected final void notAtomic() {
    atomic = false;
  }

  /** App and name. */
  public final MigrationId migrationId() {
    return id;
  }

  /** What must be applied before it. */
  public final List<MigrationId> dependencies() {
    return List.copyOf(dependencies);
  }

  /** The migrations that it stands for; empty unless it is a squashed one. */
  public final List<MigrationId> replaced() {
    return List.copyOf(replaced);
  }

  /** What it does, in order. */
  public final List<Operation> operations() {
    return operations;
  }

  /** Whether it is applied whole or not at all, where the database can. */
  public final boolean isAtomic() {
    return atomic;
  }

  /** The state after this migration. */
  public final ProjectState apply(ProjectState state) {
    ProjectState changed = state;
    for (Operation operation : operations) {
      changed = operation.apply(id.app(), changed);
    }
    return changed;
  }

  @Override
  public final String toString() {
    return id.toString();
  }
}
