package io.quintet.rest.serializers;

import io.quintet.core.json.Json;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Turns objects into what an API shows, and what a client sends into checked values and objects.
 *
 * <p>Usually generated from a record with {@link Serializes}; implement it for cases that are known
 * at run time only.
 *
 * @param <E> what is shown: an entity, or the record itself
 * @param <R> the record
 */
public interface Serializer<E, R> {
  /** The class of the record. */
  Class<R> type();

  /** The class of what is shown. */
  Class<E> sourceType();

  /** The fields in order. */
  List<SerializerField> fields();

  /** The record of an object. */
  R read(E source);

  /** The fields of a record as JSON values, in order; those that are write-only are left out. */
  Map<String, @Nullable Object> toMap(R record);

  /** The fields of an object as JSON values. */
  default Map<String, @Nullable Object> represent(E source) {
    return toMap(read(source));
  }

  /** The fields of several objects. */
  default List<Map<String, @Nullable Object>> representAll(Iterable<? extends E> sources) {
    return Represent.list(sources, this::represent);
  }

  /** A record as JSON in UTF-8. */
  default byte[] writeJson(R record) {
    return Json.writeBytes(toMap(record));
  }

  /** Records as a JSON array in UTF-8. */
  default byte[] writeJson(List<? extends R> records) {
    return Json.writeBytes(Represent.list(records, this::toMap));
  }

  /**
   * Checks what a client sent.
   *
   * @param data a map of JSON values, or a {@link FormInput}
   * @throws ValidationException when something is wrong, with everything that is
   */
  Values validate(@Nullable Object data, Validation<? extends E> validation);

  /** The record of checked values; components without a value are null, zero or false. */
  R record(Values values);

  /** Makes an object of checked values; an entity is saved. */
  E create(Values values);

  /** Changes an object; an entity is saved. */
  E update(E target, Values values);

  /** Checks the data of a new object and returns its record. */
  default R parse(@Nullable Object data) {
    return record(validate(data, Validation.create()));
  }
}
