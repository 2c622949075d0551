package io.quintet.orm.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A check constraint of the table.
 *
 * <p>The condition is SQL over column names, for example {@code "ends_at > starts_at"}. It is a
 * constant of the program.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.FIELD})
@Repeatable(Check.List.class)
public @interface Check {
  /** The condition. */
  String value();

  /** The name in the database; by default made from table and position. */
  String name() default "";

  /** The code of the error when it is violated, for programs. */
  String code() default "";

  /** What to tell the user when it is violated; a sentence is made when empty. */
  String message() default "";

  /** Holds several of them. */
  @Documented
  @Retention(RetentionPolicy.CLASS)
  @Target({ElementType.TYPE, ElementType.FIELD})
  @interface List {
    /** The annotations. */
    Check[] value();
  }
}
