/** The API as pages for browsers. */
@NullMarked
package io.quintet.rest.browsable;

import org.jspecify.annotations.NullMarked;
