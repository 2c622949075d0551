package io.quintet.orm.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The default in the database: SQL, a constant of the program. The default in Java is the
 * initialiser of the field.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface Default {
  /** The SQL expression, for example {@code "0"} or {@code "CURRENT_TIMESTAMP"}. */
  String value();
}
