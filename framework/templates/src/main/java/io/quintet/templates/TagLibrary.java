package io.quintet.templates;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Tells the compiler what a library of the project holds, so that strict templates can load it. It
 * stands on any class of the project, mostly the one that makes the {@link Library}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
public @interface TagLibrary {
  /** The name to load it by; empty for one that every template has. */
  String value() default "";

  /** The names of tags; one with a body is written with its end: {@code "box endbox"}. */
  String[] tags() default {};

  /** The names of filters. */
  String[] filters() default {};
}
