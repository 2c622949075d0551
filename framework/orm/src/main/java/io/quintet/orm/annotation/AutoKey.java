package io.quintet.orm.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How the {@code id} of {@code Entity} stands in the table, where that is not the usual column
 * {@code id} of 64 bits: for a table that another program made.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface AutoKey {
  /** The name of the column: letters, digits and underscores. */
  String column() default "id";

  /** How wide it is: 64, or 32 as Django's {@code AutoField}. */
  int bits() default 64;
}
