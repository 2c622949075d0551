package io.quintet.orm.migrations;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All models of a project at one point of the history. Immutable. */
public final class ProjectState {
  /** No models. */
  public static final ProjectState EMPTY = new ProjectState(new LinkedHashMap<>());

  private final Map<ModelName, ModelState> models;

  private ProjectState(Map<ModelName, ModelState> models) {
    this.models = models;
  }

  /** Of these models, in their order. */
  public static ProjectState of(Collection<ModelState> models) {
    Map<ModelName, ModelState> map = new LinkedHashMap<>();
    for (ModelState model : models) {
      if (map.put(model.name(), model) != null) {
        throw new MigrationException("Two models are named " + model.name() + ".");
      }
    }
    return new ProjectState(map);
  }

  /** The models in order. */
  public List<ModelState> models() {
    return List.copyOf(models.values());
  }

  /** The models of one app, in order. */
  public List<ModelState> models(String app) {
    return models.values().stream().filter(model -> model.name().app().equals(app)).toList();
  }

  /** The model of that name, if there is one. */
  public Optional<ModelState> find(ModelName name) {
    return Optional.ofNullable(models.get(name));
  }

  /** The model of that name. Throws {@link MigrationException} when there is none. */
  public ModelState model(ModelName name) {
    ModelState model = models.get(name);
    if (model == null) {
      throw new MigrationException(
          "There is no model "
              + name
              + " at this point of the history. Create it earlier, or depend on the migration that creates it.");
    }
    return model;
  }

  /** With one model added or replaced in its place. */
  public ProjectState with(ModelState model) {
    Map<ModelName, ModelState> changed = new LinkedHashMap<>(models);
    changed.put(model.name(), model);
    return new ProjectState(changed);
  }

  /** Without one model. */
  public ProjectState without(ModelName name) {
    model(name);
    Map<ModelName, ModelState> changed = new LinkedHashMap<>(models);
    changed.remove(name);
    return new ProjectState(changed);
  }

  /** With a model renamed, and every reference to it. */
  public ProjectState rename(ModelName from, ModelName to) {
    model(from);
    Map<ModelName, ModelState> changed = new LinkedHashMap<>();
    for (ModelState model : models.values()) {
      ModelState named = model.name().equals(from) ? model.withName(to) : model;
      changed.put(
          named.name(), named.rebased(from, to).mapFields(field -> field.retargeted(from, to)));
    }
    return new ProjectState(changed);
  }

  /**
   * The type in which a column is stored: a foreign key has that of its target's key, and a key
   * that is counted up is a number.
   */
  public ColumnType storedType(ColumnState column) {
    return switch (column.type()) {
      case ColumnType.ForeignKey key -> storedType(model(key.target()).primaryKey());
      case ColumnType.Simple simple when simple == ColumnType.Simple.AUTO ->
          ColumnType.Simple.INTEGER;
      case ColumnType.Simple simple when simple == ColumnType.Simple.BIG_AUTO ->
          ColumnType.Simple.BIG_INTEGER;
      case ColumnType other -> other;
    };
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ProjectState that && models.equals(that.models);
  }

  @Override
  public int hashCode() {
    return models.hashCode();
  }

  @Override
  public String toString() {
    return models.keySet().toString();
  }
}
