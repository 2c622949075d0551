/** The site as an application writes it: the glue that knows every room. */
@NullMarked
package io.quintet;

import org.jspecify.annotations.NullMarked;
