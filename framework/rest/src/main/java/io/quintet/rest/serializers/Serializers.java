package io.quintet.rest.serializers;

import java.util.HashMap;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/** Finds the serializers that were generated. */
public final class Serializers {
  private Serializers() {}

  /**
   * The serializer of a record.
   *
   * @throws IllegalArgumentException when there is none
   */
  @SuppressWarnings("unchecked")
  public static <R> Serializer<?, R> of(Class<R> record) {
    Serializer<?, ?> found = Registry.INSTANCE.byType.get(record);
    if (found == null) {
      throw new IllegalArgumentException(
          record.getName()
              + " has no serializer. Annotate the record with @Serializes and compile it with the"
              + " annotation processor quintet-processor (in a named module also: provides"
              + " io.quintet.rest.serializers.SerializerProvider with <package>.QuintetSerializers).");
    }
    return (Serializer<?, R>) found;
  }

  /**
   * The serializer of a record that shows a model.
   *
   * @throws IllegalArgumentException when there is none, or the record shows something else
   */
  @SuppressWarnings("unchecked")
  public static <E, R> Serializer<E, R> of(Class<E> source, Class<R> record) {
    Serializer<?, R> found = of(record);
    if (found.sourceType() != source) {
      throw new IllegalArgumentException(
          "%s is declared with @Serializes(%s.class), not of %s."
              .formatted(
                  record.getName(), found.sourceType().getSimpleName(), source.getSimpleName()));
    }
    return (Serializer<E, R>) found;
  }

  private static final class Registry {
    static final Registry INSTANCE = new Registry();

    final Map<Class<?>, Serializer<?, ?>> byType = new HashMap<>();

    Registry() {
      load(ServiceLoader.load(SerializerProvider.class));
      load(ServiceLoader.load(SerializerProvider.class, SerializerProvider.class.getClassLoader()));
    }

    private void load(ServiceLoader<SerializerProvider> providers) {
      try {
        for (SerializerProvider provider : providers) {
          for (Serializer<?, ?> serializer : provider.serializers()) {
            byType.putIfAbsent(serializer.type(), serializer);
          }
        }
      } catch (ServiceConfigurationError e) {
        throw new IllegalStateException(
            "A generated list of serializers cannot be loaded: "
                + e.getMessage()
                + ". Compile the module afresh.",
            e);
      }
    }
  }
}
