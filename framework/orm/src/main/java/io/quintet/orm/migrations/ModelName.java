package io.quintet.orm.migrations;

import java.util.Locale;

/**
 * The name of a model in the project: {@code blog.Post}. As in Django, capitals in the model's part
 * do not distinguish.
 *
 * @param app the label of the app
 * @param model the simple name of the class
 */
public record ModelName(String app, String model) implements Comparable<ModelName> {
  /** Refuses empty parts. */
  public ModelName {
    if (app.isEmpty() || model.isEmpty()) {
      throw new MigrationException(
          "A model is named app.Model, for example blog.Post; found '" + app + "." + model + "'.");
    }
  }

  /** Reads {@code blog.Post}. Throws {@link MigrationException} when there is no dot. */
  public static ModelName parse(String label) {
    int dot = label.indexOf('.');
    if (dot < 0) {
      throw new MigrationException(
          "A model is named app.Model, for example blog.Post; found '" + label + "'.");
    }
    return new ModelName(label.substring(0, dot), label.substring(dot + 1));
  }

  /** Reads {@code blog.Post}, or {@code Post} as a model of the given app. */
  public static ModelName parse(String label, String app) {
    return label.indexOf('.') < 0 ? new ModelName(app, label) : parse(label);
  }

  /** The model's part in lower case, as it stands in table and column names. */
  public String lower() {
    return model.toLowerCase(Locale.ROOT);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ModelName that
        && app.equals(that.app)
        && model.equalsIgnoreCase(that.model);
  }

  @Override
  public int hashCode() {
    return 31 * app.hashCode() + lower().hashCode();
  }

  @Override
  public int compareTo(ModelName that) {
    int byApp = app.compareTo(that.app);
    return byApp != 0 ? byApp : lower().compareTo(that.lower());
  }

  @Override
  public String toString() {
    return app + "." + model;
  }
}
