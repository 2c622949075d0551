package io.quintet.orm.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A unique constraint over several fields. */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
@Repeatable(UniqueTogether.List.class)
public @interface UniqueTogether {
  /** Field names. */
  String[] value() default {};

  /**
   * SQL over column names in place of fields, for example {@code "lower(name)"}; constants of the
   * program.
   */
  String[] expressions() default {};

  /**
   * The rows that it is about, as SQL over column names, for example {@code "status =
   * 'published'"}; all rows when empty. A constant of the program.
   */
  String where() default "";

  /** The code of the error when it is violated, for programs. */
  String code() default "";

  /** The name in the database; by default made from table and fields. */
  String name() default "";

  /** What to tell the user when it is violated; a sentence is made when empty. */
  String message() default "";

  /** Holds several of them. */
  @Documented
  @Retention(RetentionPolicy.CLASS)
  @Target(ElementType.TYPE)
  @interface List {
    /** The annotations. */
    UniqueTogether[] value();
  }
}
