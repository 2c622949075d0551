package io.quintet.orm.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A many-to-many relation; the field is a {@code Many}. */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface ManyToMany {
  /**
   * The name under which the target reaches these rows; by default {@code modelSet}, "+" for none.
   */
  String relatedName() default "";

  /** The model that holds the pairs; by default a table with the two keys is made. */
  Class<?> through() default void.class;

  /** For a relation of a model with itself: whether a pair counts in both directions. */
  boolean symmetrical() default false;

  /** The table of pairs; by default {@code table_field}. */
  String table() default "";

  /** The column of the table of pairs that points here; by default {@code model_id}. */
  String column() default "";

  /** The column of the table of pairs that points to the target; by default {@code target_id}. */
  String targetColumn() default "";

  /** True when a form may leave it empty. */
  boolean blank() default false;
}
