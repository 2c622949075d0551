package io.quintet.orm.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** An index: on a class over several fields, on a field over that column alone. */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.FIELD})
@Repeatable(Index.List.class)
public @interface Index {
  /** Field names in order, "-" before one for descending; empty on a field. */
  String[] value() default {};

  /** The name in the database; by default made from table and fields. */
  String name() default "";

  /** Holds several of them. */
  @Documented
  @Retention(RetentionPolicy.CLASS)
  @Target({ElementType.TYPE, ElementType.FIELD})
  @interface List {
    /** The annotations. */
    Index[] value();
  }
}
