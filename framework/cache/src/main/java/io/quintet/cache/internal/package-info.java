/** The stores that come with the framework, and how values become bytes. */
@NullMarked
package io.quintet.cache.internal;

import org.jspecify.annotations.NullMarked;
