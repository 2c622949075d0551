package io.quintet.orm.meta;

import io.quintet.orm.Entity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/** All models of the program, found once through the generated {@link ModelProvider} services. */
public final class Models {
  private Models() {}

  /**
   * The metadata of a model.
   *
   * @throws IllegalArgumentException when the class is no model
   */
  @SuppressWarnings("unchecked")
  public static <M extends Entity> ModelMeta<M> of(Class<M> type) {
    ModelMeta<?> meta = Registry.INSTANCE.byType.get(type);
    if (meta == null) {
      throw new IllegalArgumentException(
          type.getName()
              + " is not a known model. Annotate it with @Model and compile it with the annotation processor"
              + " quintet-processor (in a named module also: provides io.quintet.orm.meta.ModelProvider with"
              + " <package>.QuintetModels).");
    }
    return (ModelMeta<M>) meta;
  }

  /** The metadata of the model of an entity. */
  @SuppressWarnings("unchecked")
  public static <M extends Entity> ModelMeta<M> of(M entity) {
    return of((Class<M>) entity.getClass());
  }

  /** The metadata of a record that queries can be read into. */
  @SuppressWarnings("unchecked")
  public static <T> RowMeta<T> row(Class<T> type) {
    RowMeta<?> meta = Registry.INSTANCE.rows.get(type);
    if (meta == null) {
      throw new IllegalArgumentException(
          type.getName()
              + " cannot be read from a query. Make it a record annotated with @Row and compile it with the"
              + " annotation processor quintet-processor.");
    }
    return (RowMeta<T>) meta;
  }

  /** The metadata of a record, if queries can be read into it. */
  @SuppressWarnings("unchecked")
  public static <T> Optional<RowMeta<T>> findRow(Class<T> type) {
    return Optional.ofNullable((RowMeta<T>) Registry.INSTANCE.rows.get(type));
  }

  /** The model with a label such as {@code blog.Post}; the model name may be in lower case. */
  public static Optional<ModelMeta<?>> find(String label) {
    return Optional.ofNullable(
        Registry.INSTANCE.byLabel.get(label.toLowerCase(java.util.Locale.ROOT)));
  }

  /** The models of an app in order of their names. */
  public static List<ModelMeta<?>> ofApp(String app) {
    return all().stream().filter(m -> m.app().equals(app)).toList();
  }

  /** All models that have rows of their own, in order of app and name. */
  public static List<ModelMeta<?>> all() {
    return Registry.INSTANCE.all;
  }

  /** The proxies: models that are another view of the rows of one of {@link #all()}. */
  public static List<ModelMeta<?>> proxies() {
    return Registry.INSTANCE.proxies;
  }

  private static final class Registry {
    static final Registry INSTANCE = new Registry();

    final Map<Class<?>, ModelMeta<?>> byType = new LinkedHashMap<>();
    final Map<String, ModelMeta<?>> byLabel = new LinkedHashMap<>();
    final Map<Class<?>, RowMeta<?>> rows = new LinkedHashMap<>();
    final List<ModelMeta<?>> all;
    final List<ModelMeta<?>> proxies;

    Registry() {
      List<ModelMeta<?>> found = new ArrayList<>();
      load(ServiceLoader.load(ModelProvider.class), found);
      load(ServiceLoader.load(ModelProvider.class, ModelProvider.class.getClassLoader()), found);
      found.sort((a, b) -> a.label().compareTo(b.label()));
      all = found.stream().filter(m -> m.concreteType() == m.type()).toList();
      proxies = found.stream().filter(m -> m.concreteType() != m.type()).toList();
      for (ModelMeta<?> meta : all) {
        for (RelationMeta relation : meta.ownRelations()) {
          ModelMeta<?> target = byType.get(relation.targetType());
          if (target != null && relation.hasReverse()) {
            target.addReverse(relation);
          }
        }
      }
    }

    private void load(ServiceLoader<ModelProvider> loader, List<ModelMeta<?>> found) {
      var providers = loader.iterator();
      while (true) {
        try {
          if (!providers.hasNext()) {
            return;
          }
          ModelProvider provider = providers.next();
          for (ModelMeta<?> meta : provider.models()) {
            if (byType.putIfAbsent(meta.type(), meta) == null) {
              ModelMeta<?> other =
                  byLabel.putIfAbsent(meta.label().toLowerCase(java.util.Locale.ROOT), meta);
              if (other != null) {
                throw new IllegalStateException(
                    "Two models are called %s: %s and %s. Rename one or set @Model(app = ...) on one."
                        .formatted(meta.label(), meta.type().getName(), other.type().getName()));
              }
              found.add(meta);
            }
          }
          for (RowMeta<?> row : provider.rows()) {
            rows.putIfAbsent(row.type(), row);
          }
        } catch (ServiceConfigurationError e) {
          throw new IllegalStateException(
              "A generated list of models cannot be loaded: "
                  + e.getMessage()
                  + ". Compile the module afresh.",
              e);
        }
      }
    }
  }
}
