package io.quintet.rest.serializers;

import io.quintet.http.HttpError;
import io.quintet.http.Status;
import java.util.List;
import java.util.Map;

/**
 * What a client sent is wrong: 400 with the messages of each field.
 *
 * <p>The errors have the shape of the answer: a list of texts, or a map from a field's name to
 * them; nested objects are nested maps.
 */
public final class ValidationException extends HttpError {
  private static final long serialVersionUID = 1;

  /** The name under which messages about several fields together stand. */
  public static final String NON_FIELD = "non_field_errors";

  private final transient Object errors;

  private ValidationException(Object errors) {
    super(
        Status.BAD_REQUEST,
        "invalid",
        "Invalid input: " + errors,
        io.quintet.http.Headers.none(),
        null);
    this.errors = errors;
  }

  /** Messages about the fields together. */
  public static ValidationException of(String... messages) {
    return new ValidationException(Map.of(NON_FIELD, List.of(messages)));
  }

  /** Messages about one field. */
  public static ValidationException field(String name, String... messages) {
    return new ValidationException(Map.of(name, List.of(messages)));
  }

  /** A list of texts, or a map of errors by name. */
  public static ValidationException errors(Object errors) {
    return new ValidationException(errors);
  }

  /** A list of texts, or a map of errors by name. */
  public Object errors() {
    return errors;
  }
}
