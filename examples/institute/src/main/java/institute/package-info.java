/** The reference site: a training institute. */
@NullMarked
package institute;

import org.jspecify.annotations.NullMarked;
