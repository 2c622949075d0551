/** The history of the tables of this app. */
@NullMarked
package institute.courses.migrations;

import org.jspecify.annotations.NullMarked;
