/** How a client proves who it is. */
@NullMarked
package io.quintet.rest.authentication;

import org.jspecify.annotations.NullMarked;
