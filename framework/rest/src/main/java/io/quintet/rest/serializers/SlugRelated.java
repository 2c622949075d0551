package io.quintet.rest.serializers;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A related row is named by one of its unique fields, not by its key. The component is of the
 * related class, or of the type of that field; a {@code List} of them for many rows.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.RECORD_COMPONENT)
public @interface SlugRelated {
  /** The field of the related model. */
  String value();
}
