package io.quintet.orm.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A many-to-one relation; the field is a {@code One}. The column is the field name with {@code
 * _id}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface ForeignKey {
  /** What happens to this row when the row it points to is deleted. */
  OnDelete onDelete();

  /**
   * The name under which the target reaches its rows; by default {@code modelSet}, "+" for none.
   */
  String relatedName() default "";

  /** False leaves out the constraint in the database. */
  boolean constraint() default true;

  /** False leaves out the index that every foreign key gets. */
  boolean index() default true;
}
