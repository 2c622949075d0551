package io.quintet.rest.serializers;

import io.quintet.orm.meta.FieldMeta;
import io.quintet.orm.meta.FieldRule;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A field of a serializer.
 *
 * @param name its name in JSON
 * @param component the name of the record's component
 * @param shape what the value looks like
 * @param readOnly whether requests are not asked for it
 * @param writeOnly whether answers leave it out
 * @param required whether a request for a whole object must have it
 * @param nullable whether null is accepted
 * @param blank whether an empty text or list is accepted
 * @param rules what the value must meet
 * @param label the name shown to people
 * @param helpText the sentence shown beside it, or empty
 * @param column the field of the model that it stands for, if it is one
 * @param relation the name of the many-to-many relation that it stands for, or empty
 */
public record SerializerField(
    String name,
    String component,
    Shape shape,
    boolean readOnly,
    boolean writeOnly,
    boolean required,
    boolean nullable,
    boolean blank,
    List<FieldRule> rules,
    String label,
    String helpText,
    @Nullable FieldMeta column,
    String relation) {
  /** Copies the list. */
  public SerializerField {
    rules = List.copyOf(rules);
  }

  /** The field of the model, if it stands for one. */
  public Optional<FieldMeta> model() {
    return Optional.ofNullable(column);
  }
}
