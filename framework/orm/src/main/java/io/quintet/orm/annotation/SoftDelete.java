package io.quintet.orm.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * When a row was deleted, on a {@code @Nullable Instant}: deleting marks the row in place of
 * removing it.
 *
 * <p>Queries and relations to many rows leave marked rows out; {@code withDeleted()} has them,
 * {@code hardDelete()} removes rows for good. Relations to one row still lead to a marked row. To
 * restore a row, set the field to null and save.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface SoftDelete {}
