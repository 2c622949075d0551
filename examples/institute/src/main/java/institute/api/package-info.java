/** The public API. */
@NullMarked
package institute.api;

import org.jspecify.annotations.NullMarked;
