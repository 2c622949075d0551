package io.quintet.cache.spi;

import org.jspecify.annotations.Nullable;

/**
 * A value that was found in a store; so that a cached null differs from nothing.
 *
 * @param value the value
 */
public record CacheHit(@Nullable Object value) {}
