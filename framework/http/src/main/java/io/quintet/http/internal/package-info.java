/** How responses are finished and errors shown; not exported. */
@NullMarked
package io.quintet.http.internal;

import org.jspecify.annotations.NullMarked;
