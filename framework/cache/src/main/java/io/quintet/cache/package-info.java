/**
 * Keeps what is dear to compute: {@link io.quintet.cache.Cache} for single values, {@link
 * io.quintet.cache.CacheGroup} for values that become stale together, the {@code cache} template
 * tag for fragments of a page.
 */
@NullMarked
package io.quintet.cache;

import org.jspecify.annotations.NullMarked;
