/** The sample content: written as Markdown, with code taken from this site's own sources. */
@NullMarked
package institute.content;

import org.jspecify.annotations.NullMarked;
