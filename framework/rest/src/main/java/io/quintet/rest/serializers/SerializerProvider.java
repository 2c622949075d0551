package io.quintet.rest.serializers;

import java.util.List;

/**
 * All serializers of one compilation; written by the annotation processor and found by {@code
 * ServiceLoader}.
 *
 * <p>The class is called {@code QuintetSerializers} and stands in the longest package that all
 * their records share.
 */
public interface SerializerProvider {
  /** The serializers. */
  List<Serializer<?, ?>> serializers();
}
