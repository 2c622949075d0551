package io.quintet.orm.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A {@code List} that stands in a column of an array type of PostgreSQL. Its elements are text,
 * numbers, {@code Boolean}, {@code LocalDate}, {@code LocalTime}, {@code LocalDateTime}, {@code
 * Instant} or {@code UUID}, none of them null. Other databases have no arrays: a {@code List}
 * without this annotation is held as JSON on each of them.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface Array {}
