package io.quintet.orm.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Optimistic locking: an {@code int}, {@code long} or {@code Instant} that every update checks and
 * raises.
 *
 * <p>Saving an entity whose row was changed by someone else since it was read throws {@code
 * StaleEntityException} in place of overwriting that change. A form or serializer that carries the
 * number along notices changes between showing and sending, too. {@code queryset.update(...)}
 * raises the version of the rows that it changes. An {@code Instant} is set to the time of the
 * change.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface Version {}
