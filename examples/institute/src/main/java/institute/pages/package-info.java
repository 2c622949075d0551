/** The front page and the search. */
@NullMarked
package institute.pages;

import org.jspecify.annotations.NullMarked;
