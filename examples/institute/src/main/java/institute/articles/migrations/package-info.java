/** The history of the tables of this app. */
@NullMarked
package institute.articles.migrations;

import org.jspecify.annotations.NullMarked;
