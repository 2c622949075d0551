/**
 * The cache and the message bus in Redis. Install {@link io.quintet.redis.RedisApp} and set {@code
 * cache.backend} or {@code bus.backend} to {@code redis}.
 */
@NullMarked
package io.quintet.redis;

import org.jspecify.annotations.NullMarked;
