package io.quintet.orm.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A {@code String} that stands encrypted in the database (AES-256-GCM with the site's secret key;
 * former keys can still read). Entities have it in clear; the database cannot compare, sort or
 * select it, so queries that try are refused.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface Encrypted {}
