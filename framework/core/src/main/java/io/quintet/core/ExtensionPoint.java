package io.quintet.core;

/**
 * A named list that apps add to and a room reads: template libraries, admin registrations, tasks.
 *
 * <p>The room that reads it declares it as a constant; an app adds to it in {@link App#configure}:
 *
 * <pre>{@code
 * public static final ExtensionPoint<Library> LIBRARIES = ExtensionPoint.named("template libraries");
 *
 * config.add(Templates.LIBRARIES, new BlogTags());   // in an app
 * site.extensions(Templates.LIBRARIES)               // in the room: in the order of the apps
 * }</pre>
 *
 * @param <T> the type of what is added
 */
public final class ExtensionPoint<T> {
  private final String name;

  private ExtensionPoint(String name) {
    this.name = name;
  }

  /** A new extension point; two points of one name are still two points. */
  public static <T> ExtensionPoint<T> named(String name) {
    return new ExtensionPoint<>(name);
  }

  /** The name, as it appears in messages. */
  public String name() {
    return name;
  }

  @Override
  public String toString() {
    return name;
  }
}
