package io.quintet.orm;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is wrong with the values of an entity, by field. Forms and serializers show it. */
public final class ValidationErrors {
  /** The name under which errors stand that belong to no single field. */
  public static final String NON_FIELD = "__all__";

  /**
   * One error.
   *
   * @param field the name of the field, or {@link #NON_FIELD}
   * @param code a stable word such as {@code required} or {@code unique}
   * @param message a sentence for people
   * @param params what the sentence is about, such as {@code limit_value}
   */
  public record Error(String field, String code, String message, Map<String, Object> params) {
    /** Copies the map. */
    public Error {
      params = Map.copyOf(params);
    }
  }

  private final List<Error> errors = new ArrayList<>();

  /** Adds an error of a field. */
  public ValidationErrors add(String field, String code, String message) {
    return add(field, code, message, Map.of());
  }

  /** Adds an error of a field with what its sentence is about. */
  public ValidationErrors add(
      String field, String code, String message, Map<String, Object> params) {
    errors.add(new Error(field, code, message, params));
    return this;
  }

  /** Adds an error that belongs to no single field. */
  public ValidationErrors addGeneral(String code, String message) {
    return add(NON_FIELD, code, message);
  }

  /** All errors in order. */
  public List<Error> all() {
    return List.copyOf(errors);
  }

  /** The errors of a field. */
  public List<Error> of(String field) {
    return errors.stream().filter(e -> e.field().equals(field)).toList();
  }

  /** Whether a field has an error. */
  public boolean has(String field) {
    return errors.stream().anyMatch(e -> e.field().equals(field));
  }

  /** The sentences by field. */
  public Map<String, List<String>> messages() {
    Map<String, List<String>> found = new LinkedHashMap<>();
    errors.forEach(e -> found.computeIfAbsent(e.field(), f -> new ArrayList<>()).add(e.message()));
    return found;
  }

  /** Whether all is well. */
  public boolean isEmpty() {
    return errors.isEmpty();
  }

  /**
   * @throws ValidationException when there is an error
   */
  public void throwIfAny() {
    if (!errors.isEmpty()) {
      throw new ValidationException(this);
    }
  }

  /** The same errors. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ValidationErrors that && errors.equals(that.errors);
  }

  @Override
  public int hashCode() {
    return errors.hashCode();
  }

  @Override
  public String toString() {
    return messages().toString();
  }
}
