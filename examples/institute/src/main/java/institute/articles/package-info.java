/** What the institute writes: articles with author, category and tags. */
@NullMarked
package institute.articles;

import org.jspecify.annotations.NullMarked;
