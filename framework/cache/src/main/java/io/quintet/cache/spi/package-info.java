/** What a cache back end implements. */
@NullMarked
package io.quintet.cache.spi;

import org.jspecify.annotations.NullMarked;
