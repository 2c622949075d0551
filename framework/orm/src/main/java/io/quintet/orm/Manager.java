package io.quintet.orm;

/**
 * Where the queries of a model begin: {@code public static final Manager<Post> objects =
 * Manager.of(Post.class)}.
 */
public final class Manager<M extends Entity> {
  private final Class<M> type;

  private Manager(Class<M> type) {
    this.type = type;
  }

  /** The manager of a model. */
  public static <M extends Entity> Manager<M> of(Class<M> type) {
    return new Manager<>(type);
  }

  /** The model. */
  public Class<M> type() {
    return type;
  }
}
