package io.quintet.rest.serializers;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Where the value comes from, when the entity calls it otherwise: {@code "author.name"} or the name
 * of a method. A path with a dot is read-only.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.RECORD_COMPONENT)
public @interface Source {
  /** The path from the entity. */
  String value();
}
