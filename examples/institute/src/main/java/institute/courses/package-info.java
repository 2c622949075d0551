/** What the institute teaches. */
@NullMarked
package institute.courses;

import org.jspecify.annotations.NullMarked;
