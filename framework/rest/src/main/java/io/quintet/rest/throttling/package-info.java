/** How often a client may call. */
@NullMarked
package io.quintet.rest.throttling;

import org.jspecify.annotations.NullMarked;
