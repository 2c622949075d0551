/** The middleware that every site has, each in its {@link io.quintet.http.Stage}; not exported. */
@NullMarked
package io.quintet.http.middleware;

import org.jspecify.annotations.NullMarked;
