package io.quintet.orm.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a class a model: a table, its queries, its migrations, its forms and its admin.
 *
 * <p>The class is public, has a public constructor without arguments and extends {@code Entity}.
 * Each public field that is neither static nor transient is a column; relations are {@code One} and
 * {@code Many} fields.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Model {
  /** The label of the app; by default the last segment of the package, "models" skipped. */
  String app() default "";

  /** The table; by default {@code app_model} in lower case. */
  String table() default "";

  /** Field names in default order, "-" before one for descending. */
  String[] ordering() default {};

  /** Field names by which {@code latest()} and {@code earliest()} choose when none is given. */
  String[] latestBy() default {};

  /** The name shown to people; by default made from the class name. */
  String verboseName() default "";

  /** The plural shown to people; by default the name with an "s". */
  String verboseNamePlural() default "";

  /** False when the table belongs to someone else: migrations leave it alone. */
  boolean managed() default true;

  /**
   * True for another view of the rows of the model that the class extends: the same table and
   * columns, but a manager, an order and methods of its own.
   */
  boolean proxy() default false;
}
