package io.quintet.orm.migrations;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One step of a migration. Each kind knows how it changes the {@link ProjectState}; the schema
 * editors know how to make the database follow, forward and backward.
 *
 * <p>Models are named without the app: an operation changes models of its own migration's app only.
 */
public sealed interface Operation
    permits ModelOperation, FieldOperation, IndexOperation, Operation.RunSql, Operation.RunJava {
  /**
   * The state after this step, for a migration of the given app. Throws {@link MigrationException}
   * when it does not fit.
   */
  ProjectState apply(String app, ProjectState state);

  /** What it does, in a sentence without full stop: {@code Add field pages to Book}. */
  String describe();

  /** Whether it can be taken back. */
  default boolean isReversible() {
    return true;
  }

  /** Whether it may be left out when migrations are squashed. */
  default boolean isElidable() {
    return false;
  }

  /**
   * Statements as they are.
   *
   * @param forward in order
   * @param reverse in order, or null when it cannot be taken back
   * @param elidable whether it may be left out when migrations are squashed
   */
  record RunSql(List<String> forward, @Nullable List<String> reverse, boolean elidable)
      implements Operation {
    /** Copies the lists. */
    public RunSql {
      forward = List.copyOf(forward);
      reverse = reverse == null ? null : List.copyOf(reverse);
    }

    /** Repeated on every database. */
    public RunSql(List<String> forward, @Nullable List<String> reverse) {
      this(forward, reverse, false);
    }

    /** Takes it back by these statements; none when there is nothing to take back. */
    public RunSql reverse(String... statements) {
      return new RunSql(forward, Arrays.asList(statements), elidable);
    }

    /** It need not be repeated on a fresh database. */
    public RunSql asElidable() {
      return new RunSql(forward, reverse, true);
    }

    @Override
    public ProjectState apply(String app, ProjectState state) {
      return state;
    }

    @Override
    public String describe() {
      return "Run SQL";
    }

    @Override
    public boolean isReversible() {
      return reverse != null;
    }

    @Override
    public boolean isElidable() {
      return elidable;
    }
  }

  /**
   * A step in Java on the rows.
   *
   * @param description what it does, in a few words without full stop: {@code Fill the slugs}
   * @param forward the step
   * @param reverse how to take it back, or null when it cannot be
   * @param elidable whether it may be left out when migrations are squashed
   */
  record RunJava(String description, DataStep forward, @Nullable DataStep reverse, boolean elidable)
      implements Operation {
    /** Repeated on every database. */
    public RunJava(String description, DataStep forward, @Nullable DataStep reverse) {
      this(description, forward, reverse, false);
    }

    /** Takes it back by this step. */
    public RunJava reverse(DataStep step) {
      return new RunJava(description, forward, step, elidable);
    }

    /** There is nothing to take back. */
    public RunJava reverseNothing() {
      return reverse(context -> {});
    }

    /** It need not be repeated on a fresh database. */
    public RunJava asElidable() {
      return new RunJava(description, forward, reverse, true);
    }

    @Override
    public ProjectState apply(String app, ProjectState state) {
      return state;
    }

    @Override
    public String describe() {
      return description;
    }

    @Override
    public boolean isReversible() {
      return reverse != null;
    }

    @Override
    public boolean isElidable() {
      return elidable;
    }
  }
}
