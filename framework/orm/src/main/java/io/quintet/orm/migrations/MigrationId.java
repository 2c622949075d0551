package io.quintet.orm.migrations;

/**
 * Which migration.
 *
 * @param app the label of the app
 * @param name its name in the app: {@code 0001_initial}
 */
public record MigrationId(String app, String name) implements Comparable<MigrationId> {
  @Override
  public int compareTo(MigrationId that) {
    int byApp = app.compareTo(that.app);
    return byApp != 0 ? byApp : name.compareTo(that.name);
  }

  /** {@code blog.0001_initial}. */
  @Override
  public String toString() {
    return app + "." + name;
  }
}
