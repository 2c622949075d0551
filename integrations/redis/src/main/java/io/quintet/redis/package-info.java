/**
 * The cache in Redis. Install {@link io.quintet.redis.RedisApp} and set {@code cache.backend} to
 * {@code redis}.
 */
@NullMarked
package io.quintet.redis;

import org.jspecify.annotations.NullMarked;
