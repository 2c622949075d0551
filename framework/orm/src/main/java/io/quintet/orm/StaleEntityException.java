package io.quintet.orm;

import io.quintet.orm.meta.ModelMeta;

/**
 * An entity was saved whose row someone else had changed since it was read. Nothing was written.
 *
 * <p>Only models with a {@code @Version} field notice. Over HTTP it is answered with 409 Conflict.
 */
public class StaleEntityException extends DbException {
  private static final long serialVersionUID = 1L;

  private final String model;
  private final transient Object key;

  /** An error with a message, about the row with a key. */
  public StaleEntityException(String message, String model, Object key) {
    super(message);
    this.model = model;
    this.key = key;
  }

  static StaleEntityException of(ModelMeta<?> model, Object key, Object version) {
    return new StaleEntityException(
        "%s %s was changed by someone else: its row is no longer at %s %s. Read it again (refresh()), make the change anew and save."
            .formatted(model.label(), key, model.version().orElseThrow().name(), version),
        model.label(),
        key);
  }

  /** The label of the model, such as {@code blog.Post}. */
  public String model() {
    return model;
  }

  /** The primary key of the row. */
  public Object key() {
    return key;
  }
}
