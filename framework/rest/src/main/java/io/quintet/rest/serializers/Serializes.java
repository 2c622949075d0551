package io.quintet.rest.serializers;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A record that is a serializer: its components are the fields of the JSON object.
 *
 * <pre>{@code
 * @Serializes(Post.class)
 * public record PostData(
 *     @ReadOnly Long id, String title, @SlugRelated("slug") Category category, @ReadOnly AuthorData author) {}
 * }</pre>
 *
 * <p>A component takes the value of the field of its name, or what a public method of that name of
 * the entity returns, or what a static method of that name of the record makes of the entity.
 * Length, choices, uniqueness and the other rules come from the model.
 *
 * <p>A static method {@code validate(Values)} of the record checks values together; it throws
 * {@link ValidationException}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Serializes {
  /** The model; without it, the record stands for itself. */
  Class<?> value() default void.class;

  /** How components are named in JSON. */
  Naming naming() default Naming.AS_DECLARED;
}
