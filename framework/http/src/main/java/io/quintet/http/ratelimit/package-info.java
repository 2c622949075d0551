/** How often something may be asked for: {@link io.quintet.http.ratelimit.RateLimit}. */
@NullMarked
package io.quintet.http.ratelimit;

import org.jspecify.annotations.NullMarked;
