package io.quintet.orm.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A relation with at most one row on each side; the field is a {@code One}. */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface OneToOne {
  /** What happens to this row when the row it points to is deleted. */
  OnDelete onDelete();

  /** The name under which the target reaches its row; by default the model name, "+" for none. */
  String relatedName() default "";

  /** False leaves out the constraint in the database. */
  boolean constraint() default true;
}
