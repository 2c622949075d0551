package io.quintet.admin;

import io.quintet.orm.Entity;
import java.util.Objects;

/**
 * Something to do with the rows that were chosen in a list.
 *
 * <pre>{@code
 * Action.of("publish", "Publish", (request, rows) -> rows.update(post.published.set(now)) + " published.")
 *     .asksFirst("They will be seen by everybody.")
 * }</pre>
 *
 * @param <M> the model
 */
public final class Action<M extends Entity> {
  private final String name;
  private final String label;
  private final ActionWork<M> work;
  private final Right right;
  private final boolean confirmed;
  private final boolean danger;
  private final String description;

  private Action(
      String name,
      String label,
      ActionWork<M> work,
      Right right,
      boolean confirmed,
      boolean danger,
      String description) {
    this.name = name;
    this.label = label;
    this.work = work;
    this.right = right;
    this.confirmed = confirmed;
    this.danger = danger;
    this.description = description;
  }

  /** An action for users who may change the model; it runs without asking. */
  public static <M extends Entity> Action<M> of(String name, String label, ActionWork<M> work) {
    return new Action<>(name, label, Objects.requireNonNull(work), Right.CHANGE, false, false, "");
  }

  /** For users who have another right. */
  public Action<M> requires(Right needed) {
    return new Action<>(name, label, work, needed, confirmed, danger, description);
  }

  /** Shows the chosen rows and a sentence before it runs, which may be empty. */
  public Action<M> asksFirst(String sentence) {
    return new Action<>(name, label, work, right, true, danger, sentence);
  }

  /** Cannot be undone: asks first and looks dangerous. */
  public Action<M> dangerous() {
    return new Action<>(name, label, work, right, true, true, description);
  }

  /** The name that the form sends. */
  public String name() {
    return name;
  }

  /** The words on the button. */
  public String label() {
    return label;
  }

  ActionWork<M> work() {
    return work;
  }

  Right right() {
    return right;
  }

  boolean asksFirst() {
    return confirmed;
  }

  boolean isDanger() {
    return danger;
  }

  String description() {
    return description;
  }
}
